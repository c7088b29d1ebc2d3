import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { changeChapter } from "../../../change-chapter.ts";
import { chapterFields, giveWork } from "../../../for-tests/give-work.ts";
import { attachOriginal, keepOriginal } from "../../../originals.ts";

describe("the trash of a writer", () => {
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

  const page = async (path: string, as: CastMember | null = author) => {
    const answer = await archive.get(path, as);
    return { status: answer.status, html: await answer.text() };
  };
  const send = async (path: string, as: CastMember | null = author) =>
    (await archive.send(path, {}, as)).status;
  const rowsIn = async (table: "chapters" | "chapter_revisions" | "originals", chapterId: string) => {
    const column = table === "chapters" ? "id" : "chapter_id";
    const rows = await archive.database.reading
      .selectFrom(table)
      .select(column)
      .where(column, "=", chapterId)
      .execute();
    return rows.length;
  };

  it("tells until when each thing is kept, and takes it back", async () => {
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { title: "The Kept", expectedChapters: null },
      [chapterFields({ title: "First" }), chapterFields({ title: "Second" })],
    );
    const [, second = ""] = chapterIds;
    await send(urls.chapterRemoval(workId, second));
    const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const { html } = await page(urls.trash());
    assert.match(html, /Second/);
    assert.match(html, /The Kept/);
    assert.match(html, new RegExp(`datetime="${until}"`));
    assert.match((await page(urls.desk())).html, /Trash \(1\)/);
    assert.equal(await send(urls.chapterReturn(workId, second)), 303);
    assert.match((await page(urls.trash())).html, /There is nothing in it/);
    assert.doesNotMatch((await page(urls.trash(), other)).html, /The Kept/);
  });

  it("deletes a work for good with all that lies beside it, after asking once more", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { title: "The Gone" });
    const [chapterId = ""] = chapterIds;
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        author.member,
        workId,
        chapterId,
        1,
        chapterFields({ title: "Changed" }),
        Date.now(),
      ),
    );
    const given = { bytes: new Uint8Array([0x61]), fileName: "gone.txt", mediaType: "text/plain" };
    const originalId = await keepOriginal(archive.database, archive.files, author.member, given, Date.now());
    await archive.database.write((writer) =>
      attachOriginal(writer, author.member, originalId, workId, chapterId),
    );
    assert.equal((await page(urls.workForgetting(workId))).status, 404);
    assert.equal(await send(urls.workForgetting(workId)), 404);
    assert.equal(await rowsIn("chapters", chapterId), 1);
    await send(urls.workRemoval(workId));
    const asked = await page(urls.workForgetting(workId));
    assert.match(asked.html, /Delete “The Gone” for good\?/);
    assert.match(asked.html, /The file you brought in for it is deleted too/);
    for (const stranger of [other, null]) {
      assert.notEqual((await page(urls.workForgetting(workId), stranger)).status, 200);
      assert.equal(await send(urls.workForgetting(workId), stranger), stranger ? 404 : 401);
    }
    assert.deepEqual(
      [await rowsIn("chapters", chapterId), await rowsIn("chapter_revisions", chapterId)],
      [1, 1],
    );
    assert.equal(await send(urls.workForgetting(workId)), 303);
    for (const table of ["chapters", "chapter_revisions", "originals"] as const)
      assert.equal(await rowsIn(table, chapterId), 0, table);
    assert.equal(await send(urls.workReturn(workId)), 404);
    assert.equal(await send(urls.workForgetting(workId)), 404);
  });

  it("deletes a chapter for good and leaves its work as it is", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, [
      chapterFields(),
      chapterFields({ title: "Not this one" }),
    ]);
    const [, second = ""] = chapterIds;
    assert.equal(await send(urls.chapterForgetting(workId, second)), 404);
    await send(urls.chapterRemoval(workId, second));
    assert.match((await page(urls.chapterForgetting(workId, second))).html, /Delete “Not this one” for good/);
    assert.equal(await send(urls.chapterForgetting(workId, second), other), 404);
    assert.equal(await send(urls.chapterForgetting(workId, second)), 303);
    assert.equal(await rowsIn("chapters", second), 0);
    assert.equal((await page(urls.work(workId), null)).status, 200);
    assert.equal(await send(urls.chapterReturn(workId, second)), 404);
  });
});
