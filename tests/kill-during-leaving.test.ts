import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { type Config, readConfig } from "../src/config.ts";
import { openArchive } from "../src/open-archive.ts";
import { addPseud } from "../src/people/add-pseud.ts";
import type { Member } from "../src/people/person.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { type Database, openDatabase } from "../src/plumbing/database/database.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { forgetFiles } from "../src/works/forget-files.ts";
import { keepOriginal } from "../src/works/originals.ts";
import { freshPostgres } from "./postgres.ts";
import { repository } from "./repository.ts";
import { smallCopy, smallWork } from "./small-copy.ts";
import { startServer } from "./start-server.ts";
import { everyColumn, tracesInFiles, tracesInTables } from "./traces.ts";

const password = "four ordinary words";
const name = "Quillerine Ostrobothnia";

/** Archives that are killed while somebody leaves them, and while a copy of somebody's comes in. */
describe("an archive that is killed", () => {
  let dataFolder = "";
  let environment: Record<string, string> = {};
  let drop = async () => {};
  let config: Config;
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-kill-"));
    const server = process.env.PRESSIE_TEST_POSTGRES;
    const postgres = server ? await freshPostgres(server) : null;
    environment = postgres ? { DATABASE_URL: postgres.address } : {};
    drop = async () => {
      await postgres?.drop();
      await rm(dataFolder, { recursive: true, force: true });
    };
    config = readConfig({ PRESSIE_DATA: dataFolder, ...environment });
  });
  after(() => drop());

  it("has the works of a copy that were done and nothing of the others, and goes on with those", async () => {
    const works = Array.from({ length: 12 }, (_, index) =>
      smallWork(
        {
          news: Array.from({ length: 20 }, (_, number) => ({
            ...{ id: `0000000${100 + number}`, text: "<p>N</p>", posted_at: 5, edited_at: null },
          })),
        },
        { title: `Work ${index}` },
      ),
    );
    const archive = await openArchive(config, () => {});
    const { member } = await enrol(archive, "Wren Alder");
    const bytes = smallCopy(works, {}, { series: [], seriesWorks: [] });
    const copy = await archive.bringer.take(member, ReadableStream.from([bytes]), Date.now());
    await archive.database.write((writer) =>
      writer
        .updateTable("brought_copies")
        .set({
          state: "running",
          wishes: JSON.stringify({ workIds: works.map(({ id }) => id), names: {} }),
        })
        .where("id", "=", copy.id)
        .execute(),
    );
    await archive.close();
    const seen = openDatabase(config.database);
    let killedAtWork = 0;
    try {
      for (let round = 0; round < 2; round++) {
        const before = await brought(seen);
        const server = start(dataFolder, environment);
        const gone = once(server, "exit");
        const wished = before.works + 3 + round;
        for (;;) {
          const { works: count, state } = await brought(seen);
          if (state === "done" || (round < 1 && count >= wished)) break;
          await setTimeout(5);
        }
        server.kill("SIGKILL");
        await gone;
        const after = await brought(seen);
        assert.equal(after.chapters, after.works, "each work has its chapter");
        assert.equal(after.news, after.works * 20, "and all its news");
        if (after.works < works.length) killedAtWork += 1;
      }
      const { state, works: count } = await brought(seen);
      assert.deepEqual({ state, count }, { state: "done", count: works.length });
      assert.ok(killedAtWork > 0, "no kill met an archive at work");
    } finally {
      await seen.close();
    }
  });

  it("has somebody who leaves as they were, or has nothing of them any more", async () => {
    const prepared = await openArchive(config, () => {});
    const leaver = await enrol(prepared, name);
    const fates: Record<string, string> = {};
    for (let work = 0; work < 24; work++) {
      const { workId } = await giveWork(prepared, leaver, { title: `Of ${name}, ${work}` }, [
        chapterFields({ story: `<p>${name} was here.</p>` }),
      ]);
      // Half are orphaned, and half are withdrawn with what they say.
      fates[`fate-${workId}`] = work % 2 === 0 ? "orphan" : "withdraw";
      if (work % 2 === 0)
        await prepared.database.write((writer) =>
          writer.updateTable("works").set({ title: "A lamp" }).where("id", "=", workId).execute(),
        );
      const given = {
        bytes: new TextEncoder().encode(`${name} ${work}`),
        fileName: "a.txt",
        mediaType: "text/plain",
      };
      await keepOriginal(prepared.database, prepared.files, leaver.member, given, Date.now());
    }
    await prepared.database.write(async (writer) => {
      await addPseud(writer, leaver.member.accountId, `${name} II`, Date.now());
      await writer
        .updateTable("chapters")
        .set({ story: "<p>It was here.</p>" })
        .where("work_id", "in", (works) =>
          works.selectFrom("works").select("id").where("title", "=", "A lamp"),
        )
        .execute();
    });
    await prepared.close();
    const before = await dump(config);
    let whole = 0;
    let gone = 0;
    for (const delay of [12, 60_000]) {
      const { server, origin } = await startServer(dataFolder, { environment });
      const exit = once(server, "exit");
      const answered = fetch(origin + urls.closing(), {
        method: "POST",
        headers: { origin, cookie: leaver.cookie },
        body: new URLSearchParams({ ...fates, comments: "go", step: "close", password }),
        redirect: "manual",
      }).catch(() => null);
      // What is not waited for any more must not keep the test running.
      await Promise.race([answered, setTimeout(delay, undefined, { ref: false })]);
      server.kill("SIGKILL");
      await exit;
      await answered;
      const after = await dump(config);
      if (after === before) {
        whole += 1;
        continue;
      }
      gone += 1;
      break;
    }
    assert.ok(whole > 0, "no kill came before the end");
    assert.equal(gone, 1, "they could leave at last");
    // What was left of their files goes as the archive starts again.
    const again = await openArchive(config, () => {});
    await forgetFiles(again.database, again.files);
    await again.database.scrub();
    const seen = { ...again, dataFolder };
    assert.deepEqual(await tracesInTables(seen, [name, leaver.member.accountId]), []);
    const left = (await tracesInFiles(seen, [name])).filter((trace) => trace.startsWith("/files/"));
    assert.deepEqual(left, []);
    await again.close();
  });
});

async function enrol(archive: Awaited<ReturnType<typeof openArchive>>, called: string) {
  const { library, database } = archive;
  const email = `${called.replaceAll(" ", "").toLowerCase()}@example.org`;
  const { accountId, cookies } = await registerAccount(
    library,
    database,
    { email, password, pseudName: called },
    Date.now(),
  );
  const [pseud] = await findOwnPseuds(database.reading, accountId);
  assert.ok(pseud);
  const member: Member = { kind: "member", accountId, name: called, role: "member" };
  return { member, pseudId: pseud.id, cookie: cookies.map((one) => one.split(";")[0]).join("; ") };
}

/** An archive that goes on with what was begun before it says that it is open. */
function start(dataFolder: string, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(repository, "dist/src/main.js")], {
    env: {
      ...{ PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
      ...{ PRESSIE_DATA: dataFolder, PORT: "0", HOST: "127.0.0.1" },
      ...environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** What has come in, seen from outside. */
async function brought(database: Database) {
  // One question, so that what is seen is of one moment.
  const { rows } = await sql<{ state: string; works: number; chapters: number; news: number }>`
    select (select state from brought_copies) as state, (select count(*) from brought_works) as works,
      (select count(*) from chapters) as chapters, (select count(*) from news) as news`.execute(
    database.reading,
  );
  const [row] = rows;
  return {
    state: row?.state,
    works: Number(row?.works),
    chapters: Number(row?.chapters),
    news: Number(row?.news),
  };
}

/** Every row that is somebody's, in some order that stays. */
async function dump(config: Config): Promise<string> {
  const database = openDatabase(config.database);
  try {
    const lines: string[] = [];
    for (const { table } of await everyColumn({ database })) {
      if (/^(sqlite_|kysely_|passage|text_|sessions|event)/.test(table)) continue;
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(database.reading);
      lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
    }
    return lines.sort().join("\n");
  } finally {
    await database.close();
  }
}
