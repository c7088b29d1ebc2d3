import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";

const reference = (sign: string, number = 1) =>
  `<a class="noteref" id="noteref-${number}" href="#note-${number}">${sign}</a>`;
const note = (sign: string, words: string, number = 1) =>
  `<aside class="footnote" id="note-${number}"><p><a class="noteback" href="#noteref-${number}">${sign}</a>${words}</p></aside>`;
const inOneOrder = (story: string) =>
  story.replace(/ href="(#note-\d+)" id="(noteref-\d+)"/gu, ' id="$2" href="$1"');

describe("footnotes in a text (T69)", () => {
  it("are tied to the word they are about, and lead back to it", () => {
    assert.equal(
      inOneOrder(storyOf("It was a brig[1] of the line.\n\nShe sailed.\n\n[1] A ship.")),
      `<p>It was a brig${reference("[1]")} of the line.</p>\n<p>She sailed.</p>\n${note("[1]", " A ship.")}`,
    );
  });

  it("may be marked with a star, and italics stay italics", () => {
    assert.equal(
      inOneOrder(storyOf("It was a brig* of the line.\n\nShe *never* sailed.\n\n*A ship.")),
      `<p>It was a brig${reference("*")} of the line.</p>\n<p>She <em>never</em> sailed.</p>\n${note("*", "A ship.")}`,
    );
  });

  it("begin anew in every chapter", () => {
    const story = inOneOrder(storyOf("A brig[1].\n\n[1] A ship.\n\nA barque[1].\n\n[1] Another ship."));
    assert.ok(story.includes(`A barque${reference("[1]", 2)}`), story);
    assert.ok(story.includes(note("[1]", " Another ship.", 2)), story);
  });

  it("are found in a page", () => {
    const page = "<p>It was a brig[1] of the line.</p><p>She sailed.</p><p>[1] A ship.</p>";
    assert.equal(
      inOneOrder(storyOf(page, {}, "html")),
      `<p>It was a brig${reference("[1]")} of the line.</p>\n<p>She sailed.</p>\n${note("[1]", " A ship.")}`,
    );
  });

  it("stand in the chapter that refers to them, wherever the file has them", () => {
    const text =
      "Chapter 1\n\nA brig[1] came.\n\nChapter 2\n\nA barque[2] came.\n\n[1] A ship.\n\n[2] Another.";
    const reading = readingOf(text);
    const accepted = Object.fromEntries(
      reading.findings
        .filter(({ kind }) => kind === "chapter-heading")
        .map(({ id }) => [id, "accept"] as const),
    );
    const chapters = applyDecisions(reading, accepted).chapters.map(({ story }) => serialiseStory(story));
    assert.equal(chapters.length, 2);
    assert.match(chapters[0] ?? "", /A brig<a class="noteref".*\n<aside.* A ship\.<\/p><\/aside>$/);
    assert.match(chapters[1] ?? "", /A barque<a class="noteref".*\n<aside.* Another\.<\/p><\/aside>$/);
  });

  it("are several under each other", () => {
    const story = storyOf("A brig[1] and a barque[2].\n\nThey sailed.\n\n[1] A ship.\n[2] Another ship.");
    assert.equal(story.match(/<aside class="footnote"/gu)?.length, 2);
  });

  it("are words and signs again when they are undone", () => {
    assert.equal(
      storyOf("A brig[1].\n\n[1] A ship.", { "footnote-1": "undo" }),
      "<p>A brig[1].</p>\n<p>[1] A ship.</p>",
    );
  });

  it("list a mark without a note, and a note without a mark", () => {
    const reading = readingOf("A brig[1] and a barque[3].\n\n[1] A ship.\n\n[2] A dog.");
    assert.deepEqual(found(reading, "footnote-unmatched"), ["noted: [2]", "noted: [3]"]);
  });

  it("are no stars of hotels, censored words or shrugs", () => {
    for (const text of [
      "f***ing 5* hotel *shrugs*\n\n*She laughed.*",
      "“Oh sh*t,” he said.\n\n*He ran.*",
      "* one thing\n* another thing",
      "He read it*\n\n*He had read it before, and he had* wept.",
    ])
      assert.deepEqual(found(readingOf(text), "footnote"), [], text);
  });
});
