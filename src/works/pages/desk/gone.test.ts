import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { removeChapter } from "../../chapters/remove-chapter.ts";
import { chapterFields, giveWork } from "../../for-tests/give-work.ts";

describe("what went while somebody was at it", () => {
  let archive: TestArchive;
  let author: CastMember;
  let stranger: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Lucille Tern");
    stranger = await archive.join("Marjoram Pike");
  });
  after(() => archive.close());

  it("hands back all that was typed for a chapter that is not there any more, to its author alone", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, {}, [chapterFields(), chapterFields()]);
    const [, chapterId = ""] = chapterIds;
    await archive.database.write((writer) =>
      removeChapter(writer, author.member, workId, chapterId, Date.now()),
    );
    const typed = { version: "1", story: "A sentence nobody has seen.", "chapter-notes": "And a note." };
    const answer = await archive.send(urls.editChapter(workId, chapterId), typed, author);
    assert.equal(answer.status, 410);
    const page = await answer.text();
    assert.match(page, /A sentence nobody has seen\./);
    assert.match(page, /And a note\./);
    assert.equal((await archive.send(urls.editChapter(workId, chapterId), typed, stranger)).status, 404);
  });

  it("lets a series in the trash be deleted at once, and its works stay", async () => {
    const { workId } = await giveWork(archive, author, { series: { title: "Birds", number: 1 } });
    const { id } = await archive.database.reading
      .selectFrom("series")
      .select("id")
      .where("title", "=", "Birds")
      .executeTakeFirstOrThrow();
    const path = urls.seriesForgetting(id);
    assert.equal((await archive.get(path, author)).status, 404, "it does not lie in the trash yet");
    assert.equal((await archive.send(path, {}, author)).status, 404);
    await archive.send(urls.seriesRemoval(id), {}, author);
    assert.match(await (await archive.get(urls.trash(), author)).text(), new RegExp(path));
    for (const send of [false, true])
      assert.equal(
        (send ? await archive.send(path, {}, stranger) : await archive.get(path, stranger)).status,
        404,
      );
    assert.match(await (await archive.get(path, author)).text(), /Delete “Birds” for good\?/);
    assert.equal((await archive.send(path, {}, author)).status, 303);
    assert.equal((await archive.get(path, author)).status, 404);
    assert.equal((await archive.get(urls.work(workId), author)).status, 200);
  });
});
