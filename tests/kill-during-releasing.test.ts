import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type Config, readConfig } from "../src/config.ts";
import { openArchive } from "../src/open-archive.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { openDatabase } from "../src/plumbing/database/database.ts";
import type { Fact } from "../src/vocabulary/events.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { planQueue, planRelease } from "../src/works/releases/plan-release.ts";
import { freshPostgres } from "./postgres.ts";
import { repository } from "./repository.ts";
import { startServer } from "./start-server.ts";

const works = 3;
const waitingInEach = 12;
const hour = 3_600_000;

/**
 * Chapters whose time came while nobody was there, and archives that give them to readers as they start: several at once
 * on one database, and ones that are killed while they do.
 */
describe("giving readers what is due", () => {
  let dataFolder = "";
  let environment: Record<string, string> = {};
  let drop = async () => {};
  let config: Config;
  beforeEach(async () => {
    await drop();
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-kill-"));
    const server = process.env.PRESSIE_TEST_POSTGRES;
    const postgres = server ? await freshPostgres(server) : null;
    environment = postgres ? { DATABASE_URL: postgres.address } : {};
    drop = async () => {
      await postgres?.drop();
      await rm(dataFolder, { recursive: true, force: true });
    };
    config = readConfig({ PRESSIE_DATA: dataFolder, ...environment });
    await leaveWaiting(config);
  });
  after(() => drop());

  it("gives each chapter once, in order, when several processes do it", async () => {
    const servers = await Promise.all([1, 2].map(() => startServer(dataFolder, { environment })));
    try {
      while ((await standing(config)).waiting > 0) await setTimeout(50);
    } finally {
      for (const { server } of servers) {
        const gone = once(server, "exit");
        server.kill("SIGTERM");
        await gone;
      }
    }
    assertWhole(await standing(config));
  });

  it("leaves nothing half done when it is killed at any moment, and goes on where it was", async () => {
    let killedAtWork = 0;
    for (let round = 0; ; round++) {
      const { waiting } = await standing(config);
      if (waiting === 0) break;
      assert.ok(round < 2 * works * waitingInEach, "it does not come to an end");
      const server = startWithoutWaiting(dataFolder, environment);
      const gone = once(server, "exit");
      await untilFewerWait(config, waiting - Math.ceil(Math.random() * 14));
      server.kill("SIGKILL");
      await gone;
      const found = await standing(config);
      assertWhole(found);
      if (found.waiting > 0) killedAtWork += 1;
    }
    assert.ok(killedAtWork > 0, "no kill met an archive at work");
  });
});

/** An archive that begins with what is late before it says that it is open. */
function startWithoutWaiting(dataFolder: string, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join(repository, "dist/src/main.js")], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PRESSIE_DATA: dataFolder,
      PORT: "0",
      HOST: "127.0.0.1",
      ...environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function untilFewerWait(config: Config, few: number): Promise<void> {
  const database = openDatabase(config.database);
  try {
    for (;;) {
      const { count } = await database.reading
        .selectFrom("releases")
        .select((release) => release.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      if (Number(count) <= Math.max(0, few)) return;
      await setTimeout(1);
    }
  } finally {
    await database.close();
  }
}

/** Works whose drafts should have come out long ago, half at times of their own and half by a queue. */
async function leaveWaiting(config: Config): Promise<void> {
  const archive = await openArchive(config, () => {});
  const { database, library } = archive;
  const registration = { email: "author@example.org", password: "four ordinary words", pseudName: "Author" };
  const { accountId } = await registerAccount(library, database, registration, Date.now());
  const [pseud] = await findOwnPseuds(database.reading, accountId);
  assert.ok(pseud);
  const member = { kind: "member" as const, accountId, name: "Author", role: "member" as const };
  const told = { told: true, movesUp: true };
  const now = Date.now();
  for (let work = 0; work < works; work++) {
    const { workId } = await giveWork(archive, { member, pseudId: pseud.id }, { expectedChapters: null });
    await database.write(async (writer) => {
      const queued: string[] = [];
      for (let chapter = 0; chapter < waitingInEach; chapter++) {
        const id = await addChapter(writer, member, workId, chapterFields(), now);
        if (chapter % 2 === 1) queued.push(id);
        else {
          const time = { dueAt: now - (waitingInEach - chapter) * 24 * hour, timeZone: "UTC" };
          await planRelease(writer, member, workId, id, time, told, now);
        }
      }
      const rhythm = { kind: "days" as const, every: 1, from: "2001-01-01", hour: 0, minute: 0 };
      const queue = { rhythm, timeZone: "UTC", announcement: told };
      await planQueue(writer, member, workId, queue, queued, now - (waitingInEach + 1) * 24 * hour);
    });
  }
  await archive.close();
}

type Standing = {
  waiting: number;
  published: string[];
  told: string[];
  counts: { said: number; published: number }[];
  both: number;
};

/** What is out and what waits, seen from outside. */
async function standing(config: Config): Promise<Standing> {
  const database = openDatabase(config.database);
  try {
    // With the writer's lock: what is seen is of one moment.
    return await database.write(async (reader) => {
      const chapters = await reader
        .selectFrom("chapters")
        .leftJoin("releases", "releases.chapter_id", "chapters.id")
        .select(["chapters.id", "chapters.work_id", "position", "status", "releases.chapter_id as waits"])
        .orderBy("chapters.work_id")
        .orderBy("position")
        .execute();
      const facts = await reader.selectFrom("events").select("body").orderBy("number").execute();
      const told = facts.flatMap(({ body }) => {
        const fact: Fact = JSON.parse(body);
        return fact.type === "chapter-published" ? [fact.chapterId] : [];
      });
      const counted = await reader.selectFrom("works").select(["id", "chapter_count"]).execute();
      const out = chapters.filter(({ status }) => status === "published");
      return {
        waiting: chapters.filter(({ waits }) => waits !== null).length,
        // The first of each work came out with it.
        published: out.filter(({ position }) => position > 1).map(({ id }) => id),
        told,
        counts: counted.map(({ id, chapter_count }) => ({
          said: chapter_count,
          published: out.filter(({ work_id }) => work_id === id).length,
        })),
        both: out.filter(({ waits }) => waits !== null).length,
      };
    });
  } finally {
    await database.close();
  }
}

/** Every chapter that is out was told of once, none that waits was, and works know how many they have. */
function assertWhole({ waiting, published, told, counts, both }: Standing): void {
  assert.equal(waiting + published.length, works * waitingInEach);
  assert.equal(new Set(told).size, told.length, "no chapter is told of twice");
  assert.deepEqual([...told].sort(), [...published].sort());
  assert.equal(both, 0);
  for (const { said, published } of counts) assert.equal(said, published);
}
