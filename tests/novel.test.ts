import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { novelDocx } from "../bench/novel-docx.ts";
import { wordsOf } from "../src/story-text/count-words.ts";
import { readStored } from "../src/story-text/read-stored.ts";
import { toPlainText } from "../src/story-text/to-plain-text.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { findAllChapters } from "../src/works/works.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { openReview, press } from "./review-desk.ts";

const chapterCount = 120;

/** The paragraphs of a document's XML: each one's text, and whether it is a heading. */
function paragraphsIn(docx: Uint8Array): { text: string; isHeading: boolean }[] {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([, inside = ""]) => ({
    text: [...inside.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/gs)].map(([, words]) => words).join(""),
    isHeading: inside.includes('w:val="Heading1"'),
  }));
}

describe("a novel of half a million words in 120 chapters", () => {
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

  it("comes in as a Word document, becomes its chapters word for word, and keeps nobody waiting", async () => {
    const docx = novelDocx(chapterCount, 4_170);
    const { workId, chapterIds } = await giveWork(archive, writer, {}, [chapterFields()]);
    const chapterPage = urls.chapter(workId, chapterIds[0] ?? "");

    const sent = await archive.send(urls.imports(), { file: new File([docx], "novel.docx") }, writer);
    assert.equal(sent.status, 303);
    const path = sent.headers.get("location") ?? "";
    let isRead = false;
    archive.importer.jobs.settled().then(() => {
      isRead = true;
    });
    const progress = await (await archive.get(path, writer)).text();
    if (!isRead) assert.match(progress, /<progress[^>]+max="100"/);
    do {
      assert.equal((await archive.get(chapterPage)).status, 200);
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while (!isRead);

    const review = await openReview(archive, writer, path);
    const split = await archive.send(
      path,
      // biome-ignore lint/suspicious/noThenProperty: the name the buttons have
      { ...review.form, then: "decide:accept:proposed-chapter-heading" },
      writer,
    );
    assert.equal(split.status, 303);
    const { form } = await openReview(archive, writer, path);
    const saved = await press(archive, writer, path, "save", { ...form, title: "The Lamp on the Stair" });
    assert.equal(saved.status, 303, await saved.clone().text());
    const novelId = (saved.headers.get("location") ?? "").split("/")[2] ?? "";

    const chapters = await findAllChapters(archive.database.reading, { id: novelId, mine: true });
    assert.equal(chapters.length, chapterCount);
    const [, ...given] = paragraphsIn(docx);
    const headings = given.filter(({ isHeading }) => isHeading).map(({ text }) => text.trim());
    for (const [index, { title }] of chapters.entries())
      assert.ok(title !== "" && headings[index]?.endsWith(title), `“${headings[index]}” became “${title}”`);
    const told = given.filter(({ isHeading }) => !isHeading).flatMap(({ text }) => wordsOf(text));
    const kept = chapters.flatMap(({ story }) => wordsOf(toPlainText(readStored(story))));
    assert.ok(told.length > 495_000, `${told.length} words`);
    assert.equal(firstDifference(told, kept), null);
  });
});

/** Where two sequences of words part, with what stands there; a list of half a million is nothing to print. */
function firstDifference(one: string[], other: string[]): string | null {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index++)
    if (one[index] !== other[index])
      return `word ${index}: ${one.slice(index, index + 5).join(" ")} / ${other.slice(index, index + 5).join(" ")}`;
  return null;
}
