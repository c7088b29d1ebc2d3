import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { epubcheckAll, findEpubcheck } from "../../../tests/epubcheck.ts";
import { createTranslate } from "../../ui/translation.ts";
import { hostileBook, smallBook } from "../for-tests/hostile-book.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { oddStories } from "../for-tests/odd-stories.ts";
import { onePicture, webpPicture } from "../for-tests/picture.ts";
import { writeEpub } from "./write-epub.ts";

const checker = findEpubcheck();
const skip = checker === null && !process.env.CI ? "epubcheck is not installed" : false;

describe("epubcheck", { skip }, () => {
  const [chapter] = smallBook.chapters;
  assert.ok(chapter);
  const olderReaders = `<p><img src="/pictures/${webpPicture.name}" alt="A dot"></p>`;
  const faultless = {
    "a book with every construct of the stored form": inEnglish(kitchenSink, onePicture),
    "a book right to left whose title, names and links are hostile": writeEpub(
      hostileBook,
      createTranslate("en-XA"),
      "en-XA",
      onePicture,
    ),
    "a book of stories no one would write": inEnglish(oddStories(7, 60), onePicture),
    "a book without a chapter, a name or a title": writeEpub(
      { ...smallBook, title: " ", creators: [], chapters: [], archiveName: "", language: "no such tag" },
      createTranslate("he"),
      "he",
      onePicture,
    ),
    "a picture of a kind that older e-readers do not know": inEnglish(
      { ...smallBook, chapters: [{ ...chapter, text: olderReaders }] },
      () => new Uint8Array(webpPicture.file),
    ),
  };
  const broken = inEnglish({ ...smallBook, chapters: [...smallBook.chapters, ...smallBook.chapters] });
  let found: string[][] = [];
  before(() => {
    assert.ok(checker, "epubcheck must be installed in CI");
    found = epubcheckAll(checker, [...Object.values(faultless), broken]);
  });

  for (const [index, name] of Object.keys(faultless).entries())
    it(`finds nothing to say about ${name}`, () => assert.deepEqual(found[index], []));

  it("does complain about a broken book, so its silence means something", () => {
    assert.notDeepEqual(found[Object.keys(faultless).length], []);
  });
});

function inEnglish(...[work, picture]: [Parameters<typeof writeEpub>[0], Parameters<typeof writeEpub>[3]?]) {
  return writeEpub(work, createTranslate("en"), "en", picture);
}
