import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { visitor } from "../../people/person.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { addChapter } from "../add-chapter.ts";
import { changeChapter } from "../change-chapter.ts";
import { removeChapter } from "../chapters/remove-chapter.ts";
import { returnChapter } from "../chapters/return-chapter.ts";
import { chapterFields, giveWork } from "../for-tests/give-work.ts";
import { SavedMeanwhile } from "../own-work.ts";
import type { ChapterFields } from "../work-fields.ts";
import { findAllChapters, findWork } from "../works.ts";
import { joinChapters, OneIsDraft, TooLongTogether } from "./join-chapters.ts";
import { NoSuchPlace, splitChapter } from "./split-chapter.ts";

const start = 1_000_000_000;
const one =
  '<p>One.</p>\n<h3>The Mirror</h3>\n<p>Two.</p>\n<hr class="scene" data-ornament="***">\n<p>Three.</p>';

describe("joining and splitting chapters", () => {
  let archive: TestArchive;
  let author: CastMember;
  let other: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    other = await archive.join("tessellate");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const give = (chapters: ChapterFields[], expectedChapters: number | null = null, stays?: "draft") =>
    giveWork(archive, author, { expectedChapters }, chapters, stays, start);
  const chaptersOf = (workId: string) =>
    findAllChapters(archive.database.reading, { id: workId, mine: true });
  const workOf = async (workId: string) => {
    const work = await findWork(archive.database.reading, author.member, workId);
    assert.ok(work);
    return work;
  };
  const split = (workId: string, chapterId: string, place: number, version = 1, as = author) =>
    archive.database.write((writer) =>
      splitChapter(writer, as.member, workId, chapterId, version, place, start + 9),
    );
  /** Joins a chapter, by its number, with the next, as both stand now. */
  const join = async (workId: string, number: number, as = author, most = 1_000) => {
    const [first, second] = (await chaptersOf(workId)).slice(number - 1);
    assert.ok(first && second);
    return archive.database.write((writer) =>
      joinChapters(writer, as.member, workId, [first, second], "Said with the second:", most, start + 20),
    );
  };
  const factsOf = async (workId: string) => {
    const rows = await archive.database.reading
      .selectFrom("events")
      .select("type")
      .where("subject", "=", `work:${workId}`)
      .orderBy("number")
      .execute();
    return rows.map(({ type }) => type);
  };

  it("splits a published chapter at a heading: readers lose no word, and nobody is told of a new chapter", async () => {
    const { workId, chapterIds } = await give([
      chapterFields({ title: "Begin", notes: "<p>Mind the gap.</p>", story: one }),
      chapterFields({ title: "Last" }),
    ]);
    const before = await workOf(workId);
    const secondId = await split(workId, chapterIds[0] ?? "", 1);
    const chapters = await chaptersOf(workId);
    assert.deepEqual(
      chapters.map(({ title, status, publishedAt }) => [title, status, publishedAt]),
      [
        ["Begin", "published", start],
        ["The Mirror", "published", start],
        ["Last", "published", start],
      ],
    );
    assert.equal(chapters[1]?.id, secondId);
    assert.equal(chapters[0]?.notes, "<p>Mind the gap.</p>");
    const now = await workOf(workId);
    assert.deepEqual([now.chapterCount, now.revisedAt], [3, before.revisedAt]);
    assert.deepEqual(await factsOf(workId), ["work-published", "work-changed"]);
  });

  it("gives back the story when what was split at three places is joined in any order", async () => {
    for (const order of [
      [1, 1, 1],
      [3, 2, 1],
      [2, 1, 1],
      [1, 2, 1],
    ]) {
      const { workId, chapterIds } = await give([chapterFields({ story: `${one}\n<p>Four.</p>` })]);
      const [whole = ""] = chapterIds;
      await split(workId, whole, 5);
      await split(workId, whole, 3, 2);
      await split(workId, whole, 1, 3);
      assert.equal((await chaptersOf(workId)).length, 4);
      for (const number of order) await join(workId, number);
      const [chapter, ...others] = await chaptersOf(workId);
      assert.deepEqual(others, []);
      assert.equal(chapter?.story, `${one}\n<p>Four.</p>`, order.join());
      assert.equal(chapter.id, whole);
    }
  });

  it("puts a heading between two that never were one, whatever the second was split from", async () => {
    const { workId, chapterIds } = await give([chapterFields({ story: "<p>One.</p>\n<p>Two.</p>" })]);
    const [first = ""] = chapterIds;
    await split(workId, first, 1);
    await archive.database.write((writer) => removeChapter(writer, author.member, workId, first, start));
    const [rest] = await chaptersOf(workId);
    assert.ok(rest);
    const strange = await archive.database.write(async (writer) => {
      const id = await addChapter(writer, author.member, workId, chapterFields({ story: "<p>Zero.</p>" }), 1);
      await writer
        .updateTable("chapters")
        .set({ position: 0, status: "published" })
        .where("id", "=", id)
        .execute();
      return id;
    });
    await join(workId, 1);
    const [joined] = await chaptersOf(workId);
    assert.equal(joined?.id, strange);
    assert.equal(joined.story, '<p>Zero.</p>\n<hr class="scene" data-ornament="">\n<p>Two.</p>');
  });

  it("keeps what the second said around its story, under a line that says whose it was", async () => {
    const { workId } = await give([
      chapterFields({ notes: "<p>First.</p>", endNotes: "" }),
      chapterFields({
        title: "The Mirror",
        summary: "<p>In short.</p>",
        notes: "<p>Second.</p>",
        endNotes: "<p>Bye.</p>",
      }),
    ]);
    await join(workId, 1);
    const [joined] = await chaptersOf(workId);
    assert.equal(
      joined?.notes,
      "<p>First.</p>\n<p>Said with the second:</p>\n<p>In short.</p>\n<p>Second.</p>",
    );
    assert.equal(joined.endNotes, "<p>Said with the second:</p>\n<p>Bye.</p>");
    assert.equal(joined.summary, "");
  });

  it("leaves a complete work complete", async () => {
    const { workId, chapterIds } = await give([chapterFields({ story: one }), chapterFields()], 2);
    await split(workId, chapterIds[0] ?? "", 1);
    assert.deepEqual((await workOf(workId)).expectedChapters, 3);
    await join(workId, 1);
    assert.deepEqual((await workOf(workId)).expectedChapters, 2);
    await join(workId, 1);
    const work = await workOf(workId);
    assert.deepEqual([work.expectedChapters, work.chapterCount], [1, 1]);
  });

  it("lays the second in the trash as it was, from where it can be taken back", async () => {
    const { workId, chapterIds } = await give([
      chapterFields(),
      chapterFields({ title: "The Mirror", story: one }),
    ]);
    const [, second] = await chaptersOf(workId);
    await join(workId, 1);
    await archive.database.write((writer) =>
      returnChapter(writer, author.member, workId, chapterIds[1] ?? "", start + 30),
    );
    assert.deepEqual((await chaptersOf(workId))[1], second);
  });

  it("leads readers' links to where the story went, through several joins, and to nothing that is hidden", async () => {
    const { workId, chapterIds } = await give([chapterFields(), chapterFields(), chapterFields()]);
    const [first = "", second = "", third = ""] = chapterIds;
    const go = async (id: string) => {
      const answer = await archive.get(`/works/${workId}/chapters/${id}`);
      return answer.headers.get("location") ?? answer.status;
    };
    await join(workId, 2);
    assert.equal(await go(third), `/works/${workId}/chapters/${second}`);
    await join(workId, 1);
    assert.deepEqual(
      [await go(third), await go(second), await go(first)],
      [`/works/${workId}/chapters/${first}`, `/works/${workId}/chapters/${first}`, 200],
    );
    await archive.database.write((writer) => returnChapter(writer, author.member, workId, third, start + 30));
    assert.equal(await go(third), 200);
    await archive.database.write((writer) => removeChapter(writer, author.member, workId, first, start + 40));
    assert.equal(await go(second), 404);
  });

  it("joins no draft to what readers have, nor the other way round", async () => {
    const { workId } = await give([chapterFields()]);
    await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields(), start),
    );
    await assert.rejects(join(workId, 1), OneIsDraft);
    assert.equal((await chaptersOf(workId)).length, 2);
  });

  it("joins drafts to a draft that nobody hears of", async () => {
    const { workId } = await give([chapterFields(), chapterFields()], null, "draft");
    await join(workId, 1);
    assert.equal((await chaptersOf(workId))[0]?.status, "draft");
    assert.deepEqual(await factsOf(workId), []);
    assert.equal(await findWork(archive.database.reading, visitor, workId), undefined);
  });

  it("does nothing when a chapter was saved or moved meanwhile, is too long, or is somebody else's", async () => {
    const { workId, chapterIds } = await give([chapterFields({ story: one }), chapterFields()]);
    const [first = "", second = ""] = chapterIds;
    await archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, first, 1, chapterFields({ story: one }), start),
    );
    const before = await chaptersOf(workId);
    const joinAs = (seen: [number, number], ids: [string, string] = [first, second]) =>
      archive.database.write((writer) =>
        joinChapters(
          writer,
          author.member,
          workId,
          [
            { id: ids[0], version: seen[0] },
            { id: ids[1], version: seen[1] },
          ],
          "",
          1_000,
          start,
        ),
      );
    await assert.rejects(joinAs([1, 1]), SavedMeanwhile);
    await assert.rejects(joinAs([2, 2]), SavedMeanwhile);
    await assert.rejects(joinAs([1, 2], [second, first]), SavedMeanwhile);
    await assert.rejects(join(workId, 1, author, 100), TooLongTogether);
    await assert.rejects(join(workId, 1, other), NotFound);
    await assert.rejects(split(workId, first, 1, 1), SavedMeanwhile);
    await assert.rejects(split(workId, first, 2, 2, other), NotFound);
    for (const place of [0, 5, 99]) await assert.rejects(split(workId, first, place, 2), NoSuchPlace);
    assert.deepEqual(await chaptersOf(workId), before);
  });
});
