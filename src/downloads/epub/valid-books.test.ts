import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { epubcheck, findEpubcheck } from "../../../tests/epubcheck.ts";
import { createTranslate } from "../../ui/translation.ts";
import { hostileBook, smallBook } from "../for-tests/hostile-book.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { oddStories } from "../for-tests/odd-stories.ts";
import { onePicture, webpPicture } from "../for-tests/picture.ts";
import { writeEpub } from "./write-epub.ts";

const checker = findEpubcheck();
const skip = checker === null && !process.env.CI ? "epubcheck is not installed" : false;

describe("epubcheck", { skip }, () => {
  const books = {
    "a book with every construct of the stored form": { work: kitchenSink, locale: "en" },
    "a book right to left whose title, names and links are hostile": { work: hostileBook, locale: "en-XA" },
    "a book of stories no one would write": { work: oddStories(7, 60), locale: "en" },
    "a book without a chapter, a name or a title": {
      work: {
        ...smallBook,
        title: " ",
        creators: [],
        chapters: [],
        archiveName: "",
        language: "no such tag",
      },
      locale: "he",
    },
  };
  it("finds nothing to say about a picture of a kind that older e-readers do not know", () => {
    assert.ok(checker, "epubcheck must be installed in CI");
    const [chapter] = smallBook.chapters;
    assert.ok(chapter);
    const text = `<p><img src="/pictures/${webpPicture.name}" alt="A dot"></p>`;
    const work = { ...smallBook, chapters: [{ ...chapter, text }] };
    const book = writeEpub(work, createTranslate("en"), "en", () => new Uint8Array(webpPicture.file));
    assert.deepEqual(epubcheck(checker, book), []);
  });

  for (const [name, { work, locale }] of Object.entries(books)) {
    it(`finds nothing to say about ${name}`, () => {
      assert.ok(checker, "epubcheck must be installed in CI");
      assert.deepEqual(epubcheck(checker, writeEpub(work, createTranslate(locale), locale, onePicture)), []);
    });
  }

  it("does complain about a broken book, so its silence means something", () => {
    assert.ok(checker, "epubcheck must be installed in CI");
    const twice = { ...smallBook, chapters: [...smallBook.chapters, ...smallBook.chapters] };
    assert.notDeepEqual(epubcheck(checker, writeEpub(twice, createTranslate("en"), "en")), []);
  });
});
