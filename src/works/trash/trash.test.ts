import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { visitor } from "../../people/person.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { addChapter } from "../add-chapter.ts";
import { LastChapter, removeChapter } from "../chapters/remove-chapter.ts";
import { returnChapter } from "../chapters/return-chapter.ts";
import { chapterFields, giveWork, storyOf } from "../for-tests/give-work.ts";
import { forgetOriginal } from "../forget-original.ts";
import { attachOriginal, findOriginal, keepOriginal } from "../originals.ts";
import { listOwnWorks, listRemovedChapters } from "../own-works.ts";
import { purgeRemoved } from "../purge-removed.ts";
import { removeWork } from "../remove-work.ts";
import { returnWork } from "../return-work.ts";
import { keptUntil } from "../trash.ts";
import { findOwnWork, findWork, listChapters } from "../works.ts";

const start = 1_000_000_000;
const days = 60;

describe("the trash", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
  });
  after(() => archive.close());

  const remove = (workId: string, now = start) =>
    archive.database.write((writer) => removeWork(writer, author.member, workId, now));
  const removedAtOf = async (workId: string) =>
    (await listOwnWorks(archive.database.reading, author.member)).find(({ id }) => id === workId)?.removedAt;
  const removeOne = (workId: string, chapterId: string, now = start) =>
    archive.database.write((writer) => removeChapter(writer, author.member, workId, chapterId, now));

  it("takes a work from everybody at once, and gives it back as it was", async () => {
    const { workId } = await giveWork(archive, author);
    const before = await findWork(archive.database.reading, author.member, workId);
    await remove(workId);
    for (const person of [visitor, author.member])
      assert.equal(await findWork(archive.database.reading, person, workId), undefined);
    assert.equal(await removedAtOf(workId), start);
    await archive.database.write((writer) => returnWork(writer, author.member, workId, start + 1));
    assert.deepEqual(await findWork(archive.database.reading, author.member, workId), before);
  });

  it("counts from the first time a work is taken away, and shrugs at being asked to give back what stands", async () => {
    const { workId } = await giveWork(archive, author);
    await remove(workId, start);
    await remove(workId, start + 5_000);
    assert.equal(await removedAtOf(workId), start);
    await archive.database.write((writer) => returnWork(writer, author.member, workId, start));
    await archive.database.write((writer) => returnWork(writer, author.member, workId, start));
    assert.equal(await removedAtOf(workId), null);
  });

  it("keeps a work until the promised day and forgets it after", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const bytes = new TextEncoder().encode("an old file, as it was");
    const originalId = await keepOriginal(
      archive.database,
      archive.files,
      author.member,
      { bytes, fileName: "old.txt", mediaType: "text/plain" },
      start,
    );
    await archive.database.write((writer) =>
      attachOriginal(writer, author.member, originalId, workId, chapterIds[0] ?? ""),
    );
    const original = await findOriginal(archive.database.reading, author.member, originalId);
    const fileKey = original?.fileKey ?? "";
    assert.deepEqual(Buffer.from((await archive.files.read(fileKey)) ?? []), Buffer.from(bytes));
    await remove(workId);
    await purgeRemoved(archive.database, archive.files, days, keptUntil(start, days));
    assert.equal(await removedAtOf(workId), start);
    await purgeRemoved(archive.database, archive.files, days, keptUntil(start, days) + 1);
    assert.equal(await removedAtOf(workId), undefined);
    assert.equal(await findOriginal(archive.database.reading, author.member, originalId), undefined);
    assert.equal(await archive.files.read(fileKey), null);
    const chapters = await archive.database.reading
      .selectFrom("chapters")
      .select("id")
      .where("work_id", "=", workId)
      .execute();
    assert.deepEqual(chapters, []);
  });

  it("forgets no file that another work still has", async () => {
    const bytes = new TextEncoder().encode("one file, brought in twice");
    const given = { bytes, fileName: "twice.txt", mediaType: "text/plain" };
    const works = [await giveWork(archive, author), await giveWork(archive, author)];
    const originals: string[] = [];
    for (const { workId, chapterIds } of works) {
      const id = await keepOriginal(archive.database, archive.files, author.member, given, start);
      await archive.database.write((writer) =>
        attachOriginal(writer, author.member, id, workId, chapterIds[0] ?? ""),
      );
      originals.push(id);
    }
    await remove(works[0]?.workId ?? "");
    await purgeRemoved(archive.database, archive.files, days, keptUntil(start, days) + 1);
    const kept = await findOriginal(archive.database.reading, author.member, originals[1] ?? "");
    assert.ok(kept && (await archive.files.read(kept.fileKey)));
  });

  it("forgets no file that is brought in again while it is being forgotten", async () => {
    const given = {
      bytes: new TextEncoder().encode("one file, forgotten and brought in again"),
      fileName: "again.txt",
      mediaType: "text/plain",
    };
    const { database, files } = archive;
    const first = await keepOriginal(database, files, author.member, given, start);
    let again = "";
    // The disk is slow: all of what was asked meanwhile is done before the file goes.
    const slow: FileStore = {
      ...files,
      async remove(key) {
        await Promise.race([bringingInAgain, setTimeout(100)]);
        await files.remove(key);
      },
    };
    const forgetting = forgetOriginal(database, slow, author.member, { id: first, workId: null });
    const bringingInAgain = keepOriginal(database, files, author.member, given, start).then((id) => {
      again = id;
    });
    await Promise.all([forgetting, bringingInAgain]);
    const kept = await findOriginal(database.reading, author.member, again);
    assert.ok(kept && (await files.read(kept.fileKey)));
  });

  it("keeps no row of a file that could not be written", async () => {
    const given = { bytes: new Uint8Array([1, 2, 3]), fileName: "full.txt", mediaType: "text/plain" };
    const full: FileStore = {
      ...archive.files,
      write: () => Promise.reject(new Error("the disk is full")),
    };
    await assert.rejects(keepOriginal(archive.database, full, author.member, given, start), /disk is full/);
    const rows = await archive.database.reading
      .selectFrom("originals")
      .select("id")
      .where("file_name", "=", "full.txt")
      .execute();
    assert.deepEqual(rows, []);
  });

  it("takes a chapter from the count and puts it back where it stood, with its state", async () => {
    const chapters = [1, 2, 3].map((words) => chapterFields({ title: `${words}`, story: storyOf(words) }));
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, chapters);
    const second = chapterIds[1] ?? "";
    await removeOne(workId, second);
    const without = await findOwnWork(archive.database.reading, author.member, workId);
    assert.deepEqual([without?.chapterCount, without?.wordCount], [2, 4]);
    const removed = await listRemovedChapters(archive.database.reading, author.member, workId);
    assert.deepEqual(removed, [{ id: second, title: "2", wordCount: 2, removedAt: start }]);
    await archive.database.write((writer) => returnChapter(writer, author.member, workId, second, start + 1));
    const work = await findOwnWork(archive.database.reading, author.member, workId);
    assert.deepEqual([work?.chapterCount, work?.wordCount], [3, 6]);
    const listed = await listChapters(archive.database.reading, { id: workId, mine: false });
    assert.deepEqual(
      listed.map(({ title }) => title),
      ["1", "2", "3"],
    );
  });

  it("keeps the last chapter of a work, and the last one readers have", async () => {
    const only = await giveWork(archive, author, {}, undefined, "draft");
    await assert.rejects(removeOne(only.workId, only.chapterIds[0] ?? ""), LastChapter);
    const { workId, chapterIds } = await giveWork(archive, author);
    const draft = await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields(), start),
    );
    await assert.rejects(removeOne(workId, chapterIds[0] ?? ""), LastChapter);
    await removeOne(workId, draft);
    assert.equal((await listChapters(archive.database.reading, { id: workId, mine: true })).length, 1);
  });

  it("forgets a chapter after the promised day while its work stays", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, [
      chapterFields(),
      chapterFields(),
    ]);
    await removeOne(workId, chapterIds[1] ?? "");
    await removeOne(workId, chapterIds[1] ?? "", start + 9_000);
    const left = () => listRemovedChapters(archive.database.reading, author.member, workId);
    await purgeRemoved(archive.database, archive.files, days, keptUntil(start, days));
    assert.equal((await left()).length, 1);
    await purgeRemoved(archive.database, archive.files, days, keptUntil(start, days) + 1);
    assert.deepEqual(await left(), []);
    const work = await findOwnWork(archive.database.reading, author.member, workId);
    assert.equal(work?.chapterCount, 1);
  });
});
