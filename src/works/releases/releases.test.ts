import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { visitor } from "../../people/person.ts";
import type { Fact } from "../../vocabulary/events.ts";
import { addChapter } from "../add-chapter.ts";
import { changeChapter } from "../change-chapter.ts";
import { removeChapter } from "../chapters/remove-chapter.ts";
import { returnChapter } from "../chapters/return-chapter.ts";
import { chapterFields, giveWork, storyOf } from "../for-tests/give-work.ts";
import { joinChapters, type SeenChapter } from "../joining/join-chapters.ts";
import { publishChapter } from "../publish-chapter.ts";
import { publishWork } from "../publish-work.ts";
import { findQueue, listNextReleases, listReleases, listStuck, timesOfQueue } from "../releases.ts";
import { removeWork } from "../remove-work.ts";
import { returnWork } from "../return-work.ts";
import type { Rhythm } from "../rhythm.ts";
import { NotReady } from "../what-is-lacking.ts";
import { findWork, listChapters } from "../works.ts";
import { type Announcement, announced, quiet } from "./announcement.ts";
import { cancelRelease, OutAlready, pauseQueue, planQueue, planRelease } from "./plan-release.ts";
import { nextDue, releaseDue } from "./release-due.ts";

const start = Date.parse("2026-11-22T12:00Z");
const day = 86_400_000;
const berlin = "Europe/Berlin";
const fridaysAndTuesdays: Rhythm = { kind: "weekdays", days: [2, 5], hour: 18, minute: 0 };

describe("chapters that wait for their time", () => {
  let archive: TestArchive;
  let author: CastMember;
  const complaints: string[] = [];

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  // What one test leaves waiting would come out in the next.
  afterEach(() =>
    archive.database.write(async (writer) => {
      await writer.deleteFrom("releases").execute();
      await writer.deleteFrom("release_queues").execute();
    }),
  );
  after(() => archive.close());

  /** A published work of one chapter, with so many drafts of one word more each. */
  async function workWithDrafts(drafts: number, stays: "draft" | "published" = "published") {
    const given = await giveWork(archive, author, { expectedChapters: null }, undefined, stays, start - day);
    const draftIds: string[] = [];
    for (let number = 0; number < drafts; number++)
      draftIds.push(
        await archive.database.write((writer) =>
          addChapter(
            writer,
            author.member,
            given.workId,
            chapterFields({ title: `Draft ${number + 1}`, story: storyOf(number + 1) }),
            start - day,
          ),
        ),
      );
    return { ...given, draftIds, mine: { id: given.workId, mine: true } };
  }
  const plan = (workId: string, chapterId: string, dueAt: number, announcement: Announcement = announced) =>
    archive.database.write((writer) =>
      planRelease(writer, author.member, workId, chapterId, { dueAt, timeZone: berlin }, announcement, start),
    );
  const queue = (workId: string, chapterIds: string[], now = start, announcement = announced) =>
    archive.database.write((writer) =>
      planQueue(
        writer,
        author.member,
        workId,
        { rhythm: fridaysAndTuesdays, timeZone: berlin, announcement },
        chapterIds,
        now,
      ),
    );
  const release = (now: number) =>
    releaseDue(archive.database, now, (sentence, cause) => complaints.push(`${sentence} ${cause}`));
  const outOf = async (workId: string) => {
    const chapters = await listChapters(archive.database.reading, { id: workId, mine: false });
    return chapters.map(({ title, publishedAt }) => [title, publishedAt]);
  };
  const factsOf = async (workId: string): Promise<Fact[]> => {
    const rows = await archive.database.reading
      .selectFrom("events")
      .select("body")
      .where("subject", "=", `work:${workId}`)
      .orderBy("number")
      .execute();
    return rows.map(({ body }) => JSON.parse(body));
  };
  const found = async (workId: string) => {
    const work = await findWork(archive.database.reading, visitor, workId);
    assert.ok(work);
    return work;
  };

  it("come out when it has come and not a moment before, with their fact", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(1);
    const [chapterId = ""] = draftIds;
    await plan(workId, chapterId, start + day);
    assert.equal(await nextDue(archive.database.reading), start + day);
    assert.equal(await release(start + day - 1), 0);
    assert.equal((await outOf(workId)).length, 1);
    assert.equal(await release(start + day), 1);
    assert.deepEqual(await outOf(workId), [
      ["", start - day],
      ["Draft 1", start + day],
    ]);
    assert.deepEqual((await factsOf(workId)).at(-1), {
      type: "chapter-published",
      workId,
      chapterId,
      announced: true,
    });
    assert.equal((await found(workId)).revisedAt, start + day);
    assert.deepEqual(await listReleases(archive.database.reading, mine), []);
    assert.equal(await release(start + 2 * day), 0);
  });

  it("are told to nobody when their author says so, and leave the work where it stands among the updated", async () => {
    const { workId, draftIds } = await workWithDrafts(1);
    await plan(workId, draftIds[0] ?? "", start, quiet);
    await release(start);
    const work = await found(workId);
    assert.deepEqual([work.chapterCount, work.revisedAt], [2, start - day]);
    assert.equal(JSON.stringify((await factsOf(workId)).at(-1)).includes('"announced":false'), true);
  });

  it("can be given another time, put in the queue, or be let wait no longer", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(1);
    const [chapterId = ""] = draftIds;
    const planned = async () =>
      (await listReleases(archive.database.reading, mine)).map(({ dueAt }) => dueAt);
    await plan(workId, chapterId, start + day);
    await plan(workId, chapterId, start + 3 * day);
    assert.deepEqual(await planned(), [start + 3 * day]);
    await queue(workId, [chapterId]);
    assert.deepEqual(await planned(), [null]);
    await archive.database.write((writer) => cancelRelease(writer, author.member, workId, chapterId, start));
    assert.deepEqual(await planned(), []);
    assert.equal((await findQueue(archive.database.reading, mine))?.nextAt, null);
    assert.equal(await release(start + 9 * day), 0);
    assert.equal((await outOf(workId)).length, 1);
  });

  it("come out of a queue in the order of the work, one at each time of its rhythm", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(3);
    await queue(workId, draftIds.toReversed());
    const planned = timesOfQueue(await findQueue(archive.database.reading, mine), 3).map(({ at }) => at);
    assert.deepEqual(
      planned.map((at) => new Date(at).toISOString().slice(0, 16)),
      ["2026-11-24T17:00", "2026-11-27T17:00", "2026-12-01T17:00"],
    );
    for (const at of planned) {
      assert.equal(await release(at - 1), 0);
      assert.equal(await release(at), 1);
    }
    assert.deepEqual((await outOf(workId)).slice(1), [
      ["Draft 1", planned[0]],
      ["Draft 2", planned[1]],
      ["Draft 3", planned[2]],
    ]);
    assert.equal((await findQueue(archive.database.reading, mine))?.nextAt, null);
  });

  it("come out late and in their order when nobody was there at their times", async () => {
    const { workId, draftIds } = await workWithDrafts(4);
    const [first = "", second = "", third = "", fourth = ""] = draftIds;
    await queue(workId, [third, fourth]);
    // Between the queue's two times, and before both.
    await plan(workId, second, Date.parse("2026-11-25T10:00Z"));
    await plan(workId, first, Date.parse("2026-11-23T10:00Z"));
    assert.equal(await release(start + 6 * day), 4);
    const order = (await factsOf(workId)).flatMap((fact) =>
      fact.type === "chapter-published" ? [fact.chapterId] : [],
    );
    assert.deepEqual(order, [first, third, second, fourth]);
  });

  it("are passed over in a queue while they have no story, with a note, and never come out empty", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(2);
    const [empty = "", next = ""] = draftIds;
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        author.member,
        workId,
        empty,
        1,
        chapterFields({ title: "Draft 1", story: "" }),
        start,
      ),
    );
    await queue(workId, draftIds);
    assert.equal(await release(start + 2.5 * day), 1);
    assert.deepEqual(
      (await outOf(workId)).map(([title]) => title),
      ["", "Draft 2"],
    );
    const [left] = await listReleases(archive.database.reading, mine);
    assert.deepEqual([left?.chapterId, left?.trouble], [empty, "story"]);
    const stuck = await listStuck(archive.database.reading, author.member);
    assert.deepEqual(
      stuck.filter((one) => one.workId === workId).map(({ chapterId, trouble }) => [chapterId, trouble]),
      [[empty, "story"]],
    );
    assert.notEqual(next, left?.chapterId);
    // With its story it takes the next time.
    await archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, empty, 2, chapterFields({ title: "Draft 1" }), start),
    );
    assert.equal(await release(start + 6 * day), 1);
    assert.equal((await outOf(workId)).length, 3);
  });

  it("wait for their author when they have no story at their own time, or lie in the trash", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(2);
    const [empty = "", removed = ""] = draftIds;
    await archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, empty, 1, chapterFields({ story: "" }), start),
    );
    await plan(workId, empty, start + day);
    await plan(workId, removed, start + day);
    await archive.database.write((writer) => removeChapter(writer, author.member, workId, removed, start));
    assert.equal(await release(start + 2 * day), 0);
    assert.equal((await outOf(workId)).length, 1);
    const troubles = await listReleases(archive.database.reading, mine);
    assert.deepEqual(
      troubles.map(({ chapterId, trouble }) => [chapterId, trouble]),
      [[empty, "story"]],
    );
  });

  it("do not come out by surprise when their work is taken back from the trash", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(2);
    await plan(workId, draftIds[0] ?? "", start + day);
    await queue(workId, [draftIds[1] ?? ""]);
    await archive.database.write((writer) => removeWork(writer, author.member, workId, start));
    assert.equal(await release(start + 9 * day), 0);
    await archive.database.write((writer) => returnWork(writer, author.member, workId, start + 9 * day));
    assert.equal(await release(start + 20 * day), 0);
    assert.equal((await outOf(workId)).length, 1);
    const { paused, trouble } = (await findQueue(archive.database.reading, mine)) ?? {};
    assert.deepEqual([paused, trouble], [true, "removed"]);
    await archive.database.write((writer) =>
      pauseQueue(writer, author.member, workId, false, start + 20 * day),
    );
    assert.equal(await release(start + 27 * day), 1);
  });

  it("leave their queue at rest while the last of them lies in the trash, and wait again when it is back", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(1);
    const [chapterId = ""] = draftIds;
    await queue(workId, draftIds);
    const nextAt = async () => (await findQueue(archive.database.reading, mine))?.nextAt;
    await archive.database.write((writer) => removeChapter(writer, author.member, workId, chapterId, start));
    assert.equal(await nextAt(), null);
    const later = start + 20 * day;
    await archive.database.write((writer) => returnChapter(writer, author.member, workId, chapterId, later));
    assert.ok(((await nextAt()) ?? 0) > later);
    assert.equal(await release(later), 0);
    assert.equal(await release(later + 7 * day), 1);
  });

  it("leave their queue at rest when the last of them is joined to the one before it", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(2);
    const [first = "", second = ""] = draftIds;
    await queue(workId, [second]);
    const seen: [SeenChapter, SeenChapter] = [
      { id: first, version: 1 },
      { id: second, version: 1 },
    ];
    await archive.database.write((writer) =>
      joinChapters(writer, author.member, workId, seen, "It began:", 10_000, start),
    );
    assert.equal((await findQueue(archive.database.reading, mine))?.nextAt, null);
  });

  it("are held by a pause, and what was missed is not made up for", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(2);
    await queue(workId, draftIds);
    await archive.database.write((writer) => pauseQueue(writer, author.member, workId, true, start));
    assert.deepEqual(timesOfQueue(await findQueue(archive.database.reading, mine), 2), []);
    assert.equal(await release(start + 20 * day), 0);
    await archive.database.write((writer) =>
      pauseQueue(writer, author.member, workId, false, start + 20 * day),
    );
    assert.equal(await release(start + 20 * day), 0);
    assert.equal(await release(start + 24 * day), 1);
  });

  it("let a work that is still a draft come out with the first of them, and with it alone", async () => {
    const { workId, chapterIds, draftIds } = await workWithDrafts(1, "draft");
    await plan(workId, chapterIds[0] ?? "", start + day);
    await plan(workId, draftIds[0] ?? "", start + 2 * day);
    await assert.rejects(
      archive.database.write((writer) => publishWork(writer, author.member, workId, start)),
      (cause: unknown) => cause instanceof NotReady && cause.lacks.includes("ready chapter"),
    );
    assert.equal(await release(start + day), 1);
    assert.equal((await found(workId)).chapterCount, 1);
    assert.deepEqual(
      (await factsOf(workId)).map(({ type }) => type),
      ["work-published"],
    );
    assert.equal(await release(start + 2 * day), 1);
    assert.equal((await found(workId)).chapterCount, 2);
  });

  it("stay where they are when their work is published before, and when they are published by hand wait no longer", async () => {
    const { workId, draftIds, mine } = await workWithDrafts(2, "draft");
    const [first = "", second = ""] = draftIds;
    await plan(workId, first, start + day);
    await queue(workId, [second]);
    await archive.database.write((writer) => publishWork(writer, author.member, workId, start));
    assert.equal((await found(workId)).chapterCount, 1);
    await archive.database.write((writer) => publishChapter(writer, author.member, workId, first, start));
    assert.deepEqual(
      (await listReleases(archive.database.reading, mine)).map(({ chapterId }) => chapterId),
      [second],
    );
    await assert.rejects(plan(workId, first, start + day), OutAlready);
  });

  it("are named by the desk with the work's next time, the nearest of all", async () => {
    const { workId, draftIds } = await workWithDrafts(2);
    await queue(workId, [draftIds[1] ?? ""]);
    await plan(workId, draftIds[0] ?? "", start + day);
    const next = await listNextReleases(archive.database.reading, author.member);
    assert.deepEqual(next.get(workId), { at: start + day, timeZone: berlin });
    const other = await archive.join("tessellate");
    assert.equal((await listNextReleases(archive.database.reading, other.member)).size, 0);
    await release(start + 30 * day);
  });

  it("hold up nothing else when one fails, and are left to their author after a while", async () => {
    const [bad, good] = [await workWithDrafts(1), await workWithDrafts(1)];
    await plan(bad.workId, bad.draftIds[0] ?? "", start + day);
    await plan(good.workId, good.draftIds[0] ?? "", start + 2 * day);
    const failing = {
      ...archive.database,
      write: <Result>(work: Parameters<typeof archive.database.write<Result>>[0]) =>
        archive.database.write<Result>(async (writer) => {
          const before = await listReleases(writer, bad.mine);
          const done = await work(writer);
          const after = await listReleases(writer, bad.mine);
          if (before.length > after.length) throw new Error("the disk is full");
          return done;
        }),
    };
    const told: string[] = [];
    const began = start + 2 * day;
    assert.equal(await releaseDue(failing, began, (sentence) => told.push(sentence)), 1);
    assert.equal((await outOf(good.workId)).length, 2);
    assert.equal(told.length, 1);
    for (let minute = 1; minute <= 10; minute++)
      await releaseDue(failing, began + minute * 60_000, (sentence) => told.push(sentence));
    assert.equal(told.length, 5);
    const [left] = await listReleases(archive.database.reading, bad.mine);
    assert.equal(left?.trouble, "failed");
    assert.equal((await outOf(bad.workId)).length, 1);
  });

  it("were never complained of else", () => {
    assert.deepEqual(complaints, []);
  });
});

describe("a change of what readers have", () => {
  let archive: TestArchive;
  let author: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  after(() => archive.close());

  it("is told of and moves the work up only when its author says so", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, {}, undefined, "published", start);
    const [chapterId = ""] = chapterIds;
    const change = (version: number, announcement?: Announcement) =>
      archive.database.write((writer) =>
        changeChapter(
          writer,
          author.member,
          workId,
          chapterId,
          version,
          chapterFields({ story: storyOf(version) }),
          start + version * day,
          announcement,
        ),
      );
    const revised = async () => (await findWork(archive.database.reading, visitor, workId))?.revisedAt;
    await change(1);
    assert.equal(await revised(), start);
    await change(2, { told: false, movesUp: true });
    assert.equal(await revised(), start + 2 * day);
    await change(3, { told: true, movesUp: false });
    assert.equal(await revised(), start + 2 * day);
    const facts = await archive.database.reading
      .selectFrom("events")
      .select("type")
      .where("subject", "=", `work:${workId}`)
      .orderBy("number")
      .execute();
    assert.deepEqual(
      facts.map(({ type }) => type),
      ["work-published", "work-changed", "work-changed", "work-changed", "chapter-revised"],
    );
  });
});
