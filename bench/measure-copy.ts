import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { z } from "zod";
import { readConfig } from "../src/config.ts";
import { type OpenArchive, openArchive } from "../src/open-archive.ts";
import type { Member } from "../src/people/person.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";

/**
 * Carries an account out of one archive and into another, each in a process of its own, beside two things done in the same
 * run: its stories read row by row and written to a plain file, and the same works written by their author's forms.
 * Memory is what the process grows by at most while it is at it.
 */

const address = "http://bench.test";
const wordsOfChapter = 2_000;
const chaptersOfWork = 3;

const told = z.object({ ms: z.number(), grownMegabytes: z.number(), megabytes: z.number() });
type Told = z.infer<typeof told>;

const steps = { give, plain, out, in: bringIn };
type Step = keyof typeof steps;

const [step, folder = "", size = ""] = process.argv.slice(2);
if (step !== undefined && Object.hasOwn(steps, step))
  process.send?.(await steps[step as Step](folder, Number(size)));
else await measure(Number(step ?? 300));

/** Runs each step in a fresh process, and says what it came to. */
async function measure(works: number): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "pressie-bench-"));
  const run = async (name: Step): Promise<Told> => {
    const child = fork(process.argv[1] ?? "", [name, place, String(works)]);
    const [message] = await once(child, "message");
    return told.parse(message);
  };
  try {
    const given = await run("give");
    const [rows, taken, brought] = [await run("plain"), await run("out"), await run("in")];
    console.log(
      `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), load ${loadavg()[0]?.toFixed(0)}\n`,
    );
    console.log(
      `${works} works, stories of ${rows.megabytes.toFixed(1)} MB, a copy of ${taken.megabytes.toFixed(1)} MB\n`,
    );
    console.log("| | s | beside | memory, MB | beside the stories |");
    console.log("|---|--:|--:|--:|--:|");
    const line = (name: string, { ms, grownMegabytes }: Told, beside: string) =>
      console.log(
        `| ${name} | ${(ms / 1_000).toFixed(1)} | ${beside} | ${grownMegabytes.toFixed(0)} | ${(grownMegabytes / rows.megabytes).toFixed(1)} × |`,
      );
    line("the stories' rows to a plain file", rows, "");
    line("carried out", taken, `${(taken.ms / rows.ms).toFixed(1)} × the rows`);
    line("the works given by their forms", given, "");
    line("brought in", brought, `${(brought.ms / given.ms).toFixed(2)} × the forms`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Does something, and says how long it took and what the process grew by at most. */
async function watched(megabytes: () => number, work: () => Promise<unknown>): Promise<Told> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  clearInterval(look);
  return {
    ms,
    grownMegabytes: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6,
    megabytes: megabytes(),
  };
}

function archiveIn(place: string): Promise<OpenArchive> {
  return openArchive(readConfig({ PRESSIE_DATA: place }), (sentence, cause) =>
    console.error(sentence, cause),
  );
}

async function enrol(archive: OpenArchive, pseudName: string) {
  const said = { email: "author@example.org", password: "four ordinary words", pseudName };
  const { accountId, cookies } = await registerAccount(archive.library, archive.database, said, Date.now());
  const [pseud] = await findOwnPseuds(archive.database.reading, accountId);
  const member: Member = { kind: "member", accountId, name: pseudName, role: "member" };
  return { member, pseudId: pseud?.id ?? "", cookie: cookies.map((one) => one.split(";")[0]).join("; ") };
}

function storyOf(work: number, chapter: number): string {
  return Array.from({ length: wordsOfChapter / 50 }, (_, part) => {
    const words = Array.from(
      { length: 50 },
      (_, word) => `w${(work * 7 + chapter * 31 + part * 13 + word * 3) % 997}`,
    );
    return `<p>${words.join(" ")}</p>`;
  }).join("\n");
}

/** Fills the archive that is left: works of several chapters, the first of each changed once. */
async function give(place: string, works: number): Promise<Told> {
  const archive = await archiveIn(join(place, "there"));
  const author = await enrol(archive, "Author");
  const answer = await watched(
    () => 0,
    async () => {
      for (let work = 0; work < works; work++) {
        const chapters = Array.from({ length: chaptersOfWork }, (_, chapter) =>
          chapterFields({ story: storyOf(work, chapter) }),
        );
        const { workId, chapterIds } = await giveWork(archive, author, { title: `Work ${work}` }, chapters);
        const changed = chapterFields({ story: storyOf(work, chaptersOfWork) });
        await archive.database.write((writer) =>
          changeChapter(writer, author.member, workId, chapterIds[0] ?? "", 1, changed, Date.now()),
        );
      }
    },
  );
  await archive.close();
  return answer;
}

/** What must be read in any case: every story, one at a time. */
async function plain(place: string): Promise<Told> {
  const archive = await archiveIn(join(place, "there"));
  const { reading } = archive.database;
  const path = join(place, "plain");
  async function* stories() {
    for (const [table, key] of [
      ["chapters", "id"],
      ["revision_stories", "digest"],
    ] as const) {
      const { rows } = await sql<{
        key: string;
      }>`select ${sql.ref(key)} as key from ${sql.table(table)}`.execute(reading);
      for (const row of rows) {
        const found = await sql<{ story: string }>`select story from ${sql.table(table)}
          where ${sql.ref(key)} = ${row.key}`.execute(reading);
        yield found.rows[0]?.story ?? "";
      }
    }
  }
  const answer = await watched(
    () => statSync(path).size / 1e6,
    () => pipeline(Readable.from(stories()), createWriteStream(path)),
  );
  await archive.close();
  return answer;
}

/** The copy, as its owner is given it, into a file. */
async function out(place: string): Promise<Told> {
  const archive = await archiveIn(join(place, "there"));
  const said = { email: "author@example.org", password: "four ordinary words" };
  const signedIn = await archive.app.fetch(
    new Request(address + urls.signIn(), {
      method: "POST",
      headers: { origin: address, host: "bench.test" },
      body: new URLSearchParams(said),
    }),
  );
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const path = join(place, "copy.zip");
  const answer = await watched(
    () => statSync(path).size / 1e6,
    async () => {
      const { body, status } = await archive.app.fetch(
        new Request(address + urls.copy(), { headers: { cookie } }),
      );
      if (status !== 200 || !body) throw new Error(`the copy was answered with ${status}`);
      await pipeline(body, createWriteStream(path));
    },
  );
  await archive.close();
  return answer;
}

/** The copy into an empty archive, all of it. */
async function bringIn(place: string, works: number): Promise<Told> {
  const archive = await archiveIn(join(place, "here"));
  const { member } = await enrol(archive, "Somebody");
  const path = join(place, "copy.zip");
  const answer = await watched(
    () => statSync(path).size / 1e6,
    async () => {
      const copy = await archive.bringer.take(member, createReadStream(path), Date.now());
      const workIds = copy.report.survey.works.map(({ sourceId }) => sourceId);
      await archive.bringer.begin(member, copy.id, { workIds, names: {} });
      await archive.bringer.settled();
    },
  );
  const { count } = await archive.database.reading
    .selectFrom("works")
    .select((work) => work.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) !== works) throw new Error(`${count} works of ${works} came in`);
  await archive.close();
  return answer;
}
