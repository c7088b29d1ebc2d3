import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "../migrations/steps.ts";
import { postComment } from "../src/comments/post-comment.ts";
import { readBelow, readTalk, type TalkPage } from "../src/comments/talk.ts";
import { type Member, visitor } from "../src/people/person.ts";
import { type DatabaseConfig, openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { settingsShape } from "../src/plumbing/settings/settings.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";

/**
 * Measures talk: what a page and an answer cost as a thread grows, as ratios, on SQLite or, with DATABASE_URL naming an
 * empty database, on PostgreSQL.
 */
const comments = Number(process.argv[2] ?? 10_000);
const pageSize = 40;
const settings = settingsShape.parse({});
const folder = mkdtempSync(join(tmpdir(), "pressie-comments-"));
const config: DatabaseConfig = process.env.DATABASE_URL
  ? { engine: "postgres", address: process.env.DATABASE_URL, replicaAddress: null }
  : { engine: "sqlite", file: join(folder, "archive.db") };
const database = openDatabase(config);
await migrate(database, steps);
const member: Member = { kind: "member", accountId: "b0b0b0b0b0", name: "", role: "member" };
const pseudId = "p0p0p0p0p0";
await database.forLibraries
  .insertInto("accounts")
  .values(
    JSON.parse(
      JSON.stringify({
        ...{
          id: member.accountId,
          name: "Bench",
          email: "bench@example.org",
          emailVerified: 1,
          role: "member",
        },
        ...{ createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() },
      }),
    ),
  )
  .execute();
await database.write((writer) =>
  writer
    .insertInto("pseuds")
    .values({
      id: pseudId,
      account_id: member.accountId,
      name: "Bench",
      name_key: "bench",
      about: "",
      created_at: 0,
    })
    .execute(),
);

/** What a comment answers: the one before, the first, or one of those before it by turns. */
const shapes: Record<string, (ids: string[]) => string | null> = {
  "one chain": (ids) => ids.at(-1) ?? null,
  "all answer the first": (ids) => ids[0] ?? null,
  "a wide tree": (ids) => ids[Math.floor(ids.length / 3)] ?? null,
  "threads of one": () => null,
};

/** The middle of several measures, in ms. */
async function middleOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const measured: number[] = [];
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    await work();
    measured.push(performance.now() - from);
  }
  return measured.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}

const line = (name: string, few: number, many: number) =>
  console.log(
    `${name.padEnd(34)} ${few.toFixed(2).padStart(8)} ms ${many.toFixed(2).padStart(8)} ms  × ${(many / few).toFixed(2)}`,
  );

const load = () => loadavg()[0]?.toFixed(1);
console.log(`load at the start: ${load()}`);
console.log(`${config.engine}, pages of ${pageSize}; with 100 comments, with ${comments}, and the ratio`);
for (const [shape, parentOf] of Object.entries(shapes)) {
  const { workId } = await giveWork({ database }, { member, pseudId });
  const ids: string[] = [];
  let now = 1_000;
  const nextTime = () => {
    now += 60_000;
    return now;
  };
  /** What an answer takes inside its transaction: the commit waits for the disk, however long the thread is. */
  const answers = (times: number) =>
    database.write((writer) =>
      middleOf(times, async () => {
        const under = { pseudId };
        const said = { workId, chapterId: null, parentId: parentOf(ids), under, text: `<p>${now}</p>` };
        ids.push((await postComment(writer, member, said, settings, nextTime())).commentId);
      }),
    );
  const fill = async (until: number) => {
    while (ids.length < until)
      await database.write(async (writer) => {
        for (let number = 0; number < 500 && ids.length < until; number++) {
          const said = {
            workId,
            chapterId: null,
            parentId: parentOf(ids),
            under: { pseudId },
            text: "<p>x</p>",
          };
          ids.push((await postComment(writer, member, said, settings, nextTime())).commentId);
        }
      });
  };
  const page = (after: string | null): Promise<TalkPage> =>
    readTalk(database.reading, visitor, { workId }, false, after, pageSize);
  const measure = async () => {
    const middle = ids[Math.floor(ids.length / 2)] ?? "";
    return {
      first: await middleOf(41, () => page(null)),
      later: await middleOf(41, () => page(middle)),
      below: await middleOf(41, () =>
        readBelow(database.reading, visitor, { id: middle, workId }, false, null, pageSize),
      ),
      reply: await answers(41),
    };
  };
  await fill(100);
  const few = await measure();
  await fill(comments);
  const many = await measure();
  line(`${shape}: first page`, few.first, many.first);
  line(`${shape}: from the middle`, few.later, many.later);
  line(`${shape}: below the middle`, few.below, many.below);
  line(`${shape}: an answer`, few.reply, many.reply);
}
console.log(`load at the end: ${load()}`);
await database.close();
rmSync(folder, { recursive: true, force: true });
