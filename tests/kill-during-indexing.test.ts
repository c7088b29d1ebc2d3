import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { recordFact } from "../src/plumbing/events/record-fact.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { startServer } from "./start-server.ts";

const rounds = 4;
const shortWorks = 40;
/** Of one chapter; it takes more passages than are written at once. */
const longWords = 200_000;
const patience = 60_000;

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: PostgreSQL's own durability is PostgreSQL's to prove"
  : false;

describe("kill -9 while stories are read into the text index", { skip }, () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina Murray");
  });
  after(() => archive.close());

  /** Numbers of works not read to their end, and of those not begun. */
  const standing = async () => {
    const { rows } = await sql<{ begun: number; missing: number }>`select
      (select count(*) from text_indexed_works where rules < 0) as begun,
      (select count(*) from works where id not in (select work_id from text_indexed_works)) as missing`.execute(
      archive.database.reading,
    );
    return rows[0] ?? { begun: 0, missing: 0 };
  };
  const until = async (isSo: (now: { begun: number; missing: number }) => boolean, wish: string) => {
    const end = Date.now() + patience;
    while (!isSo(await standing())) {
      assert.ok(Date.now() < end, `waited in vain: ${wish}`);
      await setTimeout(1);
    }
  };
  const placesOf = async (typed: string, workId: string) =>
    (await archive.textSearch.placesIn(typed, workId)).length;
  const longStory = (round: number) =>
    `<p>begins${round} ${Array.from({ length: longWords }, (_, at) => `w${at}`).join(" ")} ends${round}</p>`;

  it(`goes on where it was, finds everything and nothing twice, ${rounds} times`, async () => {
    const short: string[] = [];
    for (let made = 0; made < shortWorks; made++)
      short.push(
        (await giveWork(archive, author, {}, [chapterFields({ story: `<p>lantern${made}</p>` })])).workId,
      );
    const long = await giveWork(archive, author, {}, [
      chapterFields({ story: longStory(0) }),
      chapterFields({ story: "<p>The afterword stays.</p>" }),
    ]);
    for (let round = 0; round < rounds; round++) {
      if (round > 0)
        await archive.database.write(async (writer) => {
          await writer
            .updateTable("chapters")
            .set({ story: longStory(round) })
            .where("id", "=", long.chapterIds[0] ?? "")
            .execute();
          await recordFact(writer, { type: "work-changed", workId: long.workId }, Date.now());
        });
      const { server } = await startServer(archive.dataFolder);
      const gone = once(server, "exit");
      await until(({ begun }) => begun > 0, "a work begun");
      server.kill("SIGKILL");
      await gone;
      assert.equal((await standing()).begun, 1, "it was killed in the middle of the long work");
    }
    const { server } = await startServer(archive.dataFolder);
    await until(({ begun, missing }) => begun + missing === 0, "every work read");
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
    for (const [made, workId] of short.entries())
      assert.deepEqual((await archive.textSearch.find(`lantern${made}`)).workIds, [workId]);
    for (let round = 0; round < rounds - 1; round++)
      assert.deepEqual((await archive.textSearch.find(`begins${round}`)).workIds, []);
    for (const typed of [`begins${rounds - 1}`, `ends${rounds - 1}`, '"w123456 w123457"', "afterword"])
      assert.equal(await placesOf(typed, long.workId), 1, typed);
    const { rows } = await sql<{ number: number }>`select number from passages
      where number not in (select id from passage_words_docsize)`.execute(archive.database.reading);
    assert.deepEqual(rows, []);
    assert.deepEqual(await archive.textIndex.check(), []);
    await archive.database.write((writer) =>
      sql`insert into passage_words (passage_words) values ('integrity-check')`.execute(writer),
    );
  });
});
