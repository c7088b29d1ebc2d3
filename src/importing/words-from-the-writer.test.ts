import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { everyWord } from "./for-tests/every-word.ts";
import { fieldsIn, found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const prose = "The fog had come up from the river before noon, and by three the lamps were lit.";
const story = [
  prose,
  "Holmes had not spoken since breakfast.",
  "Then he rose.",
  "He went out.",
  "I followed.",
];
const apart = (...lines: string[]) => lines.join("\n\n");

describe("a note from the writer", () => {
  it("at the top is proposed as a note (T78)", () => {
    const text = apart("(A/N: sorry!)", ...story);
    assert.deepEqual(found(readingOf(text), "header-offer"), ["proposed: (A/N: sorry!)"]);
    const { fields } = applyDecisions(readingOf(text), { "header-offer-1": "accept" });
    assert.match(fields.notes?.text ?? "", /^sorry!/);
    assert.equal(found(readingOf(text), "writer-aside").length, 0);
  });

  it("at the bottom is proposed as an end note, before the last words too (T78)", () => {
    for (const text of [apart(...story, "(A/N: sorry!)"), apart(...story, "(A/N: sorry!)", "The End")]) {
      assert.match(found(readingOf(text), "end-note")[0] ?? "", /^proposed: \(A\/N: sorry!\)/);
      assert.equal(found(readingOf(text), "writer-aside").length, 0);
    }
  });

  it("amid the story is an aside (T78)", () => {
    const text = apart(prose, "(A/N: sorry!)", ...story);
    assert.match(storyOf(text), /lit\.<\/p>\n<aside><p>\(A\/N: sorry!\)<\/p><\/aside>\n<p>/);
    assert.deepEqual(found(readingOf(text), "end-note"), []);
    assert.match(storyOf(text, { "writer-aside-1": "undo" }), /<p>\(A\/N: sorry!\)<\/p>/);
    everyWord(text);
  });

  it("of several paragraphs is one aside (T78)", () => {
    const text = apart(prose, "[Author’s note: this is late.", "Blame the fog.]", ...story);
    assert.match(
      storyOf(text),
      /<aside><p>\[Author’s note: this is late\.<\/p><p>Blame the fog\.\]<\/p><\/aside>/,
    );
    assert.deepEqual(found(readingOf(text), "end-note"), []);
  });

  it("without brackets is only proposed, and a note in the story is none (T78)", () => {
    const text = apart(prose, "A/N: I know!", ...story, ...story, ...story);
    assert.deepEqual(found(readingOf(text), "writer-aside"), ["proposed: A/N: I know!"]);
    assert.deepEqual(found(readingOf(apart(prose, "Note: bring salt.", ...story)), "writer-aside"), []);
  });
});

describe("a header that stands on each part", () => {
  const header = "Title: Fog\nAuthor: wren_h\nRating: PG\nPairing: Holmes/Watson\nDisclaimer: Not mine.";

  it("is taken out of the later parts (T79)", () => {
    const text = apart(header, ...story, header, ...story, header, ...story);
    const { fields, story: tree } = applyDecisions(readingOf(text), {});
    assert.equal(toPlainText(tree).includes("Disclaimer"), false);
    assert.equal(fields.title?.text, "Fog");
    assert.equal(fields.creators.length, 1);
    assert.equal(found(readingOf(text), "repeated-header").length, 10);
    assert.equal(found(readingOf(text), "chapter-heading").length, 2);
    everyWord(text);
  });

  it("shows where it differs (T79)", () => {
    const text = apart(header, ...story, header.replace("Rating: PG", "Rating: R"), ...story);
    assert.deepEqual(found(readingOf(text), "repeated-header-differs"), ["applied: Rating: R"]);
    const { fields } = applyDecisions(readingOf(text), {});
    assert.equal(fields.rating?.id, "teen");
    everyWord(text);
  });

  it("is found under the headings of chapters, and new words are that chapter’s own (T79)", () => {
    const text = apart(
      header,
      "Chapter 1",
      ...story,
      "Chapter 2",
      "Disclaimer: Not mine.\nA/N: Late, sorry.",
      ...story,
    );
    assert.equal(found(readingOf(text), "repeated-header").length, 1);
    assert.equal(fieldsIn(text).notes?.text ?? "", "");
    everyWord(text);
  });

  it("stops the import when a later one forbids copies (T79)", () => {
    const text = apart(header, ...story, `${header}\nDo not archive.`, ...story);
    assert.notEqual(readingOf(text).stop, null);
  });

  it("is not seen in labels a story has (T79)", () => {
    const text = apart(header, ...story, "Name: Moriarty\nAge: forty\nStatus: at large", ...story);
    assert.equal(found(readingOf(text), "repeated-header").length, 0);
    assert.match(storyOf(text), /Moriarty/);
  });
});

describe("what a journal puts round a story", () => {
  for (const line of [
    "( Read more… )",
    "(Read more...)",
    "[Follow the fake cut to chapter two]",
    "Part 1 | Part 2",
    "[Part One] [Part Two] [Part Three]",
    "<< Previous | Index | Next >>",
    "Next part →",
    "Masterpost | Part 3",
    "Link | Leave a comment | Add to Memories",
    "Current Mood: tired",
    "Current Music: rain on the roof",
  ]) {
    it(`is proposed for removal: ${line} (T80)`, () => {
      const text = apart(...story, line);
      assert.deepEqual(found(readingOf(text), "journal-line"), [`proposed: ${line}`]);
      assert.doesNotMatch(storyOf(text, { "journal-line-1": "accept" }), /[|(>→\]]\s*<\/p>$|Current/);
      everyWord(text);
    });
  }

  it("is not seen in a story’s own moods and parts (T80)", () => {
    for (const line of [
      "Read more, she thought.",
      "Part of it | was lost",
      "Music: soft, from below.",
      "Next!",
    ])
      assert.deepEqual(found(readingOf(apart(prose, line, ...story)), "journal-line"), [], line);
  });
});

describe("a list’s footer", () => {
  it("is proposed for removal after the end, and stays until then (T15)", () => {
    for (const footer of [
      "Yahoo! Groups Links\n\n<*> To visit your group, go to:\nhttp://groups.example/fog",
      "--\nWren's fic: http://wren.example",
      "_______________________________________________\nfog mailing list\nhttp://lists.example/listinfo/fog",
    ]) {
      const text = apart(...story, "The End", footer);
      assert.equal(found(readingOf(text), "list-footer").length, 1, footer);
      assert.match(storyOf(text), /http:/);
      assert.doesNotMatch(storyOf(text, { "list-footer-1": "accept" }), /http:|Groups/);
      everyWord(text);
    }
  });
});
