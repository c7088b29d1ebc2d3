import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyDecisions } from "./apply-decisions.ts";
import { everyWord } from "./for-tests/every-word.ts";
import { found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const prose =
  "The fog had come up from the river before noon, and by three the lamps were lit along the whole of the street.";
const apart = (...lines: string[]) => lines.join("\n\n");
const headings = (text: string) => found(readingOf(text), "chapter-heading");

/** The blocks at which a chapter would begin, were every proposal accepted. */
function beginnings(text: string): number[] {
  return readingOf(text).findings.flatMap(({ edits }) =>
    edits.flatMap((edit) => (edit.kind === "begin-chapter" ? [edit.block] : [])),
  );
}

describe("more chapters in one file", () => {
  it("are proposed, and stay one chapter until then (T38)", () => {
    const text = apart(
      "Chapter 1",
      prose,
      "Chapter 2: Salt",
      prose,
      "CHAPTER THREE",
      prose,
      "Part 4/5",
      prose,
    );
    assert.deepEqual(headings(text), [
      "proposed: Chapter 2: Salt",
      "proposed: CHAPTER THREE",
      "proposed: Part 4/5",
    ]);
    assert.match(storyOf(text), /<p>Chapter 2: Salt<\/p>/);
    assert.deepEqual(beginnings(text), [2, 4, 6]);
    everyWord(text);
  });

  it("take the heading out of the story and the title from it when they are accepted (T38)", () => {
    const text = apart("Chapter 1", prose, "Chapter 2: Salt", prose);
    const { lifted } = applyDecisions(readingOf(text), { "chapter-heading-1": "accept" });
    assert.deepEqual(
      lifted.map(({ field, text: words }) => [field, words]),
      [
        ["data", "Chapter 1"],
        ["chapterTitle", "Chapter 2: Salt"],
      ],
    );
    assert.doesNotMatch(storyOf(text, { "chapter-heading-1": "accept" }), /Chapter/);
  });

  for (const [first, second] of [
    ["CHAPTER ONE", "CHAPTER TWO"],
    ["Chapter Twenty-One", "Chapter Twenty-Two: Fog"],
    ["Part 1/5", "Part 2/5"],
    ["第二章", "第三章"],
    ["第3話　塩", "第4話　霧"],
    ["第十二回 盐", "第十三回 雾"],
    ["Глава 4", "Глава 5: Соль"],
    ["Глава первая", "Глава вторая"],
    ["Kapitel 1", "Kapitel 2: Salz"],
    ["Erstes Kapitel", "Zweites Kapitel"],
    ["Chapitre premier", "Chapitre deux"],
    ["Première partie", "Deuxième partie"],
    ["Capítulo uno", "Capítulo dos"],
    ["Capítulo um", "Capítulo três"],
    ["Capitolo primo", "Capitolo secondo"],
    ["제1장 소금", "제2장 안개"],
    ["Rozdział 1", "Rozdział 2"],
    ["*** Chapter IV ***", "*** Chapter V ***"],
    ["Prologue", "Epilogue"],
  ] as const) {
    it(`are seen in ${first} and ${second} (T38)`, () => {
      const text = apart(prose, first, prose, second, prose);
      assert.deepEqual(beginnings(text), [1, 3]);
      everyWord(text);
    });
  }

  it("are seen in numerals and numbers alone only when they run on from one (T38)", () => {
    assert.deepEqual(beginnings(apart("i.", prose, "ii.", prose, "iii.", prose, "iv.", prose)), [2, 4, 6]);
    assert.deepEqual(beginnings(apart(prose, "iv.", prose)), []);
    assert.deepEqual(beginnings(apart(prose, "7", prose, "12", prose)), []);
    assert.deepEqual(headings("One.\n\nTwo.\n\nThree."), []);
    assert.deepEqual(beginnings(apart("1. Salt", prose, "2. Fog", prose, "3. The Long Sea", prose)), [2, 4]);
  });

  it("are not made of the numbered scenes within chapters (T38)", () => {
    const text = apart("Chapter 1", "1", prose, "2", prose, "Chapter 2", "1", prose, "2", prose);
    assert.deepEqual(headings(text), ["proposed: Chapter 2"]);
  });

  it("do not begin at the heading at the very top, which is only a title (T38)", () => {
    const text = apart("Prologue", prose, "Chapter 1", prose);
    assert.deepEqual(beginnings(text), [2]);
    const { fields } = applyDecisions(readingOf(text), { "chapter-heading-1": "accept" });
    assert.equal(fields.chapterTitle?.text, "Prologue");
  });

  it("do not begin twice where a part and its first chapter stand together (T38)", () => {
    assert.deepEqual(beginnings(apart("PART ONE", "Chapter 1", prose, "PART TWO", "Chapter 2", prose)), [3]);
  });

  it("have the title that stands under each heading (T38)", () => {
    const text = apart(
      "CHAPTER I",
      "The Pool",
      prose,
      "CHAPTER II",
      "The Tale",
      prose,
      "CHAPTER III",
      "The Race",
      prose,
    );
    const reading = readingOf(text);
    const accepted = Object.fromEntries(
      reading.findings
        .filter(({ kind }) => kind === "chapter-heading")
        .map(({ id }) => [id, "accept"] as const),
    );
    assert.doesNotMatch(storyOf(text, accepted), /CHAPTER I|The Tale|The Race/);
  });

  it("are not seen in a table of contents at the top (T38)", () => {
    const list = "Contents\nChapter 1: Salt\nChapter 2: Fog\nChapter 3: Sea";
    const chapters = apart("Chapter 1: Salt", prose, "Chapter 2: Fog", prose, "Chapter 3: Sea", prose);
    for (const top of [list, apart("Title: The Sea", list), apart("Title: The Sea\nAuthor: wren_h", list)]) {
      const text = apart(top, chapters);
      assert.deepEqual(found(readingOf(text), "table-of-contents"), ["noted: Chapter 1: Salt"], top);
      assert.equal(beginnings(text).length, 2);
      assert.match(storyOf(text), /Chapter 3: Sea/);
      assert.doesNotMatch(storyOf(text, { "table-of-contents-1": "accept" }), /Contents/);
      everyWord(text);
    }
  });

  it("are not seen in prose (T38)", () => {
    const text = apart(
      "Chapter 1",
      prose,
      "Chapter one of her life was over.",
      prose,
      "Part of her knew.",
      prose,
    );
    assert.deepEqual(headings(text), []);
    assert.deepEqual(
      headings(apart(prose, "“Chapter 2,” she read.", prose, "Chapter 2 was long and dull.", prose)),
      [],
    );
  });

  it("are found in a text without empty lines, where a paragraph has ended (T38)", () => {
    assert.deepEqual(beginnings([prose, "Глава 4", prose, "Глава 5: Соль", prose].join("\n")), [1, 3]);
  });

  it("are found in a page (T38)", () => {
    const reading = readingOf(`<h1>Chapter 1</h1><p>${prose}</p><h1>Chapter 2</h1><p>${prose}</p>`, "html");
    assert.deepEqual(found(reading, "chapter-heading"), ["proposed: Chapter 2"]);
  });
});
