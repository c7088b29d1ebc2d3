import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { addChapter } from "../add-chapter.ts";
import { changeChapter } from "../change-chapter.ts";
import { removeChapter } from "../chapters/remove-chapter.ts";
import { returnChapter } from "../chapters/return-chapter.ts";
import { chapterFields, giveWork } from "../for-tests/give-work.ts";
import { forgetPictures } from "../forget-pictures.ts";
import { joinChapters } from "../joining/join-chapters.ts";
import { splitChapter } from "../joining/split-chapter.ts";
import { SavedMeanwhile } from "../own-work.ts";
import { publishChapter } from "../publish-chapter.ts";
import { purgeRemoved } from "../purge-removed.ts";
import { changedFields, countRevisions, findRevision, listRevisions } from "../revisions.ts";
import { NotReady } from "../what-is-lacking.ts";
import type { ChapterFields } from "../work-fields.ts";
import { findAllChapters } from "../works.ts";
import { restoreRevision } from "./restore-revision.ts";

const start = 1_000_000_000;

describe("earlier states of a chapter", () => {
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

  const give = async (fields: ChapterFields[], stays?: "draft") => {
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { expectedChapters: null },
      fields,
      stays,
      start,
    );
    return { work: { id: workId, mine: true }, chapterId: chapterIds[0] ?? "" };
  };
  const chaptersOf = (work: { id: string; mine: boolean }) => findAllChapters(archive.database.reading, work);
  const save = (workId: string, chapterId: string, version: number, fields: ChapterFields, now = start + 9) =>
    archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, chapterId, version, fields, now),
    );
  const restore = (workId: string, chapterId: string, seen: number, version: number, as = author) =>
    archive.database.write((writer) =>
      restoreRevision(writer, as.member, workId, chapterId, seen, version, start + 50),
    );
  const rowsIn = async (table: "chapter_revisions" | "revision_stories" | "revision_pictures", id: string) =>
    archive.database.reading.selectFrom(table).selectAll().where("chapter_id", "=", id).execute();

  it("keeps what a save replaces, with its time and who saved it, and says what changed", async () => {
    const { work, chapterId } = await give([chapterFields({ title: "One" })]);
    await save(
      work.id,
      chapterId,
      1,
      chapterFields({ title: "Two", story: "<p>Six words are in this one.</p>" }),
    );
    const { reading } = archive.database;
    const listed = await listRevisions(reading, work, chapterId);
    assert.deepEqual(
      listed.map(({ version, savedAt, wordCount }) => [version, savedAt, wordCount]),
      [
        [2, start + 9, 6],
        [1, start, 10],
      ],
    );
    assert.equal(await countRevisions(reading, work, chapterId), 1);
    assert.deepEqual([...(await changedFields(reading, work, chapterId, [2, 1]))], [[2, ["title", "story"]]]);
    const { wordCount: _words, ...fields } = (await findRevision(reading, work, chapterId, 1))?.fields ?? {
      ...chapterFields(),
    };
    assert.deepEqual(fields, chapterFields({ title: "One" }));
    const savers = await reading
      .selectFrom("chapter_revisions")
      .select("saved_by")
      .where("chapter_id", "=", chapterId)
      .execute();
    assert.deepEqual(
      savers.map(({ saved_by }) => saved_by),
      [author.member.accountId],
    );
  });

  it("keeps nothing when nothing changed, and one story for all states that have it", async () => {
    const { work, chapterId } = await give([chapterFields()]);
    await save(work.id, chapterId, 1, chapterFields());
    assert.deepEqual(await rowsIn("chapter_revisions", chapterId), []);
    for (const [index, title] of ["A", "B", "C"].entries())
      await save(work.id, chapterId, 2 + index, chapterFields({ title }));
    assert.equal((await rowsIn("chapter_revisions", chapterId)).length, 3);
    assert.equal((await rowsIn("revision_stories", chapterId)).length, 1);
    const [standing] = await listRevisions(archive.database.reading, work, chapterId);
    assert.equal(standing?.version, 5);
  });

  it("keeps what stood there before the archive began to keep it", async () => {
    const { work, chapterId } = await give([chapterFields({ title: "Older than this" })]);
    await archive.database.write((writer) =>
      writer
        .updateTable("chapters")
        .set({ saved_at: null, saved_by: null, updated_at: start + 3 })
        .where("id", "=", chapterId)
        .execute(),
    );
    const { reading } = archive.database;
    assert.deepEqual(await listRevisions(reading, work, chapterId), [
      { version: 1, savedAt: start + 3, wordCount: 10 },
    ]);
    await save(work.id, chapterId, 1, chapterFields());
    assert.equal((await listRevisions(reading, work, chapterId))[1]?.savedAt, start + 3);
    assert.equal((await findRevision(reading, work, chapterId, 1))?.fields.title, "Older than this");
  });

  it("gives back each state, byte for byte, after any saves, joins, splits, removals and restorations", async () => {
    const text = fc.constantFrom("Tide.", "&amp; <em>3</em>", "<strong>“Go.”</strong> שלום 🎁", "One<br>two");
    const story = fc
      .array(text, { minLength: 1, maxLength: 4 })
      .map((lines) => lines.map((line) => `<p>${line} Words.</p>`).join("\n"));
    const step = fc.record({
      deed: fc.constantFrom("save", "save", "title", "join", "split", "restore", "away and back"),
      chapter: fc.nat(),
      state: fc.nat(),
      story,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, isDraft) => {
        const { work } = await give([chapterFields(), chapterFields()], isDraft ? "draft" : undefined);
        /** Every state that any chapter ever had, by chapter and version. */
        const seen = new Map<string, { fields: object; chapterId: string; version: number }>();
        const look = async () => {
          for (const chapter of await chaptersOf(work)) {
            const { id, version, title, summary, notes, endNotes, story } = chapter;
            seen.set(`${id} ${version}`, {
              chapterId: id,
              version,
              fields: { title, summary, notes, endNotes, story },
            });
          }
        };
        await look();
        for (const { deed, chapter, state, story } of steps) {
          const chapters = await chaptersOf(work);
          const index = chapter % chapters.length;
          const [first, second] = chapters.slice(index);
          if (!first) continue;
          await archive.database
            .write(async (writer) => {
              const { member } = author;
              const now = start + 100;
              if (deed === "save")
                await changeChapter(
                  writer,
                  member,
                  work.id,
                  first.id,
                  first.version,
                  { ...first, story, wordCount: 3 },
                  now,
                );
              if (deed === "title")
                await changeChapter(
                  writer,
                  member,
                  work.id,
                  first.id,
                  first.version,
                  { ...first, title: `${first.title}!` },
                  now,
                );
              if (deed === "join" && second)
                await joinChapters(writer, member, work.id, [first, second], "Said:", 9_999, now);
              if (deed === "split")
                await splitChapter(writer, member, work.id, first.id, first.version, 1, now);
              if (deed === "restore")
                await restoreRevision(
                  writer,
                  member,
                  work.id,
                  first.id,
                  first.version,
                  1 + (state % first.version),
                  now,
                );
              if (deed === "away and back") {
                await removeChapter(writer, member, work.id, first.id, now);
                await returnChapter(writer, member, work.id, first.id, now);
              }
            })
            .catch((cause: unknown) => {
              // What cannot be done is refused as ever: a split of one paragraph, the last chapter, a version of an unchanged save.
              assert.ok(
                cause instanceof Error && /NoSuchPlace|LastChapter|NotFound/.test(cause.name),
                String(cause),
              );
            });
          await look();
        }
        const chapters = await chaptersOf(work);
        for (const { chapterId, version, fields } of seen.values()) {
          const chapter = chapters.find(({ id }) => id === chapterId);
          if (!chapter) continue;
          const found = await findRevision(archive.database.reading, work, chapterId, version);
          // A save that changed nothing has a version of its own and no state.
          if (!found) continue;
          const { wordCount: _words, ...kept } = found.fields;
          assert.deepEqual(kept, fields);
        }
        for (const chapter of chapters) {
          const states = [...seen.values()].filter(({ chapterId }) => chapterId === chapter.id);
          const distinct = new Set(states.map(({ fields }) => JSON.stringify(fields)));
          const listed = await listRevisions(archive.database.reading, work, chapter.id);
          const found = new Set<string>();
          let { version: standing } = chapter;
          for (const { version } of listed) {
            await restore(work.id, chapter.id, standing, version);
            standing += 1;
            const now = (await chaptersOf(work)).find(({ id }) => id === chapter.id);
            const { title = "", summary = "", notes = "", endNotes = "", story = "" } = now ?? {};
            found.add(JSON.stringify({ title, summary, notes, endNotes, story }));
          }
          assert.deepEqual(found, distinct);
        }
      }),
      { seed: 20_041_105, numRuns: 25 },
    );
  });

  it("brings a state back as a save: nothing is lost, readers see it, and nobody hears of a new chapter", async () => {
    const { work, chapterId } = await give([chapterFields({ title: "One" })]);
    await save(work.id, chapterId, 1, chapterFields({ title: "Two" }));
    await restore(work.id, chapterId, 2, 1);
    const { reading } = archive.database;
    assert.deepEqual(
      (await listRevisions(reading, work, chapterId)).map(({ version }) => version),
      [3, 2, 1],
    );
    assert.equal((await chaptersOf(work))[0]?.title, "One");
    assert.equal((await findRevision(reading, work, chapterId, 2))?.fields.title, "Two");
    const facts = await reading
      .selectFrom("events")
      .select("type")
      .where("subject", "=", `work:${work.id}`)
      .orderBy("number")
      .execute();
    assert.deepEqual(
      facts.map(({ type }) => type),
      ["work-published", "work-changed", "work-changed"],
    );
  });

  it("brings nothing back over a newer save, without a story where readers have one, or for anybody else", async () => {
    const empty = chapterFields({ story: "" });
    const { work } = await give([chapterFields()]);
    const chapterId = await archive.database.write(async (writer) => {
      const id = await addChapter(writer, author.member, work.id, empty, start);
      await changeChapter(writer, author.member, work.id, id, 1, chapterFields(), start);
      await publishChapter(writer, author.member, work.id, id, start);
      return id;
    });
    await assert.rejects(restore(work.id, chapterId, 1, 1), SavedMeanwhile);
    await assert.rejects(restore(work.id, chapterId, 2, 1), NotReady);
    await assert.rejects(restore(work.id, chapterId, 2, 1, other), NotFound);
    for (const version of [0, 9, -1]) await assert.rejects(restore(work.id, chapterId, 2, version), NotFound);
    const { chapterId: elsewhere } = await give([chapterFields()]);
    await assert.rejects(restore(work.id, elsewhere, 1, 1), NotFound);
    assert.equal((await rowsIn("chapter_revisions", chapterId)).length, 1);
    const { reading } = archive.database;
    for (const notTheirs of [
      { ...work, mine: false },
      { id: "0000000000", mine: true },
    ]) {
      assert.deepEqual(await listRevisions(reading, notTheirs, chapterId), []);
      assert.equal(await findRevision(reading, notTheirs, chapterId, 1), undefined);
      assert.deepEqual(await changedFields(reading, notTheirs, chapterId, [2, 1]), new Map());
    }
    assert.equal(await countRevisions(reading, { mine: false }, chapterId), 0);
  });

  it("goes with its chapter when the trash is emptied, and keeps its pictures until then", async () => {
    const name = `${"a".repeat(64)}.png`;
    const picture = `<figure class="picture"><img src="/pictures/${name}" alt="A brig"></figure>\n<p>Words.</p>`;
    const { work, chapterId } = await give([chapterFields({ story: picture }), chapterFields()]);
    const { database, files } = archive;
    await database.write((writer) =>
      writer
        .insertInto("pictures")
        .values({ name, byte_size: 1, width: 1, height: 1, created_at: start, last_needed_at: start })
        .execute(),
    );
    await save(work.id, chapterId, 1, chapterFields());
    const muchLater = start + 400 * 86_400_000;
    assert.equal(await forgetPictures(database, files, 60, muchLater), 0);
    await database.write((writer) => removeChapter(writer, author.member, work.id, chapterId, start + 20));
    assert.deepEqual(await listRevisions(database.reading, work, chapterId), []);
    assert.equal((await rowsIn("chapter_revisions", chapterId)).length, 1);
    await purgeRemoved(database, files, 60, muchLater);
    for (const table of ["chapter_revisions", "revision_stories", "revision_pictures"] as const)
      assert.deepEqual(await rowsIn(table, chapterId), [], table);
    assert.equal(await forgetPictures(database, files, 60, muchLater), 1);
  });
});
