import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { bringIn, openReview, press } from "../../../tests/review-desk.ts";
import { urls } from "../../vocabulary/urls.ts";
import { novelAsHtml, novelAsText } from "../for-tests/novel.ts";

const [chapterCount, wordCount] = [120, 500_000];

let archive: TestArchive;
let writer: CastMember;

before(async () => {
  archive = await openTestArchive();
  writer = await archive.join("Quillfeather");
});
after(async () => {
  assert.deepEqual(archive.logged, []);
  await archive.close();
});

describe("a novel of half a million words", () => {
  for (const [name, novel] of [
    ["long-tide.txt", novelAsText(chapterCount, wordCount)],
    ["long-tide.html", novelAsHtml(chapterCount, wordCount)],
  ] as const)
    it(`comes in as one file, is split, looked at and saved: ${name}`, async () => {
      const path = await bringIn(archive, writer, novel, name);
      const whole = await openReview(archive, writer, path);
      const split = await press(archive, writer, path, "show", {
        ...whole.form,
        "decide-all-proposed-chapter-heading": "accept",
      });
      assert.equal(split.status, 303, await split.clone().text());
      const first = await openReview(archive, writer, path);
      const links = first.html.matchAll(/value="chapter:([^"]+)"/g);
      const keys = [...new Set([...links].map(([, key]) => key ?? ""))];
      assert.equal(keys.length, chapterCount);
      assert.ok(first.html.length < novel.length / 4, "only one chapter is shown");
      const middle = await archive.get(urls.importReview(path.split("/").at(-1) ?? "", keys[60]), writer);
      assert.ok((await middle.text()).includes(`name="chapter" value="${keys[60]}"`));
      const saved = await press(archive, writer, path, "save", { ...first.form, title: name });
      assert.equal(saved.status, 303, await saved.clone().text());
      const workId = (saved.headers.get("location") ?? "").split("/")[2] ?? "";
      const chapters = await archive.database.reading
        .selectFrom("chapters")
        .select(["word_count", "status"])
        .where("work_id", "=", workId)
        .orderBy("position")
        .execute();
      assert.equal(chapters.length, chapterCount);
      assert.ok(chapters.every(({ status }) => status === "draft"));
      const words = chapters.reduce((sum, chapter) => sum + chapter.word_count, 0);
      assert.ok(Math.abs(words - wordCount) < chapterCount, `${words} words`);
    });
});
