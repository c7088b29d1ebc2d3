import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../tests/archive.ts";
import { visitor } from "../people/person.ts";
import { addChapter } from "./add-chapter.ts";
import { changeChapter } from "./change-chapter.ts";
import { chapterFields, giveWork, storyOf } from "./for-tests/give-work.ts";
import { publishChapter } from "./publish-chapter.ts";
import { publishWork } from "./publish-work.ts";
import { NotReady } from "./what-is-lacking.ts";
import type { Work } from "./work.ts";
import { findWork, listChapters } from "./works.ts";

describe("publishing", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  after(() => archive.close());

  const found = async (workId: string): Promise<Work> => {
    const work = await findWork(archive.database.reading, author.member, workId);
    assert.ok(work);
    return work;
  };
  const publish = (workId: string, now = 5_000) =>
    archive.database.write((writer) => publishWork(writer, author.member, workId, now));
  const factsOf = (workId: string) =>
    archive.database.reading
      .selectFrom("events")
      .select("type")
      .where("subject", "=", `work:${workId}`)
      .orderBy("number")
      .execute()
      .then((rows) => rows.map(({ type }) => type));

  it("gives readers every chapter that has text, and counts them and their words", async () => {
    const chapters = [chapterFields({ story: storyOf(7) }), chapterFields({ story: "" }), chapterFields()];
    const { workId } = await giveWork(archive, author, { expectedChapters: null }, chapters, "draft");
    assert.equal(await findWork(archive.database.reading, visitor, workId), undefined);
    await publish(workId);
    const work = await findWork(archive.database.reading, visitor, workId);
    assert.deepEqual(
      [work?.status, work?.chapterCount, work?.wordCount, work?.publishedAt, work?.revisedAt],
      ["published", 2, 17, 5_000, 5_000],
    );
    assert.deepEqual(await factsOf(workId), ["work-published"]);
  });

  it("does nothing the second time: the day readers got it stays", async () => {
    const { workId } = await giveWork(archive, author, {}, undefined, "draft");
    await publish(workId, 1_000);
    await publish(workId, 9_000);
    assert.equal((await found(workId)).publishedAt, 1_000);
    assert.deepEqual(await factsOf(workId), ["work-published"]);
  });

  it("names everything that is lacking, and leaves the draft a draft", async () => {
    const empty = { title: "", authorPseudIds: [], tags: [] };
    const { workId } = await giveWork(archive, author, empty, [chapterFields({ story: "" })], "draft");
    await assert.rejects(publish(workId), (cause: unknown) => {
      assert.ok(cause instanceof NotReady);
      assert.deepEqual(cause.lacks, ["title", "author", "fandom", "story"]);
      return true;
    });
    assert.equal((await found(workId)).status, "draft");
    assert.deepEqual(await factsOf(workId), []);
  });

  it("publishes a later chapter by itself, and says that the work grew", async () => {
    const { workId } = await giveWork(archive, author, { expectedChapters: 3 });
    const chapterId = await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields({ story: storyOf(5) }), 6_000),
    );
    assert.equal((await found(workId)).chapterCount, 1);
    await archive.database.write((writer) => publishChapter(writer, author.member, workId, chapterId, 7_000));
    const work = await found(workId);
    assert.deepEqual([work.chapterCount, work.wordCount, work.revisedAt], [2, 15, 7_000]);
    assert.equal(work.expectedChapters, 3);
    assert.deepEqual((await factsOf(workId)).at(-1), "chapter-published");
  });

  it("no longer promises an end once more chapters are out than were promised", async () => {
    const { workId } = await giveWork(archive, author, { expectedChapters: 1 });
    const chapterId = await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields(), 6_000),
    );
    assert.equal((await found(workId)).expectedChapters, 1);
    await archive.database.write((writer) => publishChapter(writer, author.member, workId, chapterId, 7_000));
    assert.equal((await found(workId)).expectedChapters, null);
  });

  it("refuses a chapter without a word, in a draft as in a published work", async () => {
    for (const stays of ["draft", "published"] as const) {
      const { workId } = await giveWork(archive, author, {}, undefined, stays);
      const chapterId = await archive.database.write((writer) =>
        addChapter(writer, author.member, workId, chapterFields({ story: "<p><br></p>" }), 6_000),
      );
      await assert.rejects(
        archive.database.write((writer) => publishChapter(writer, author.member, workId, chapterId, 7_000)),
        NotReady,
      );
      assert.equal((await found(workId)).status, stays);
    }
  });

  it("counts anew when a published chapter is changed, and not when a draft is", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null });
    const draftId = await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields(), 6_000),
    );
    const change = (chapterId: string, words: number) =>
      archive.database.write((writer) =>
        changeChapter(
          writer,
          author.member,
          workId,
          chapterId,
          1,
          chapterFields({ story: storyOf(words) }),
          8_000,
        ),
      );
    await change(draftId, 400);
    assert.equal((await found(workId)).wordCount, 10);
    await change(chapterIds[0] ?? "", 25);
    assert.equal((await found(workId)).wordCount, 25);
    const work = await findWork(archive.database.reading, visitor, workId);
    assert.ok(work);
    const forVisitors = await listChapters(archive.database.reading, work);
    assert.deepEqual(
      forVisitors.map(({ number, wordCount }) => [number, wordCount]),
      [[1, 25]],
    );
  });
});
