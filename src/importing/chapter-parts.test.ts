import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toHtml } from "hast-util-to-html";
import { serialiseStory } from "../story-text/serialise.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { novelAsText } from "./for-tests/novel.ts";
import { readingOf } from "./for-tests/reading-of.ts";
import { reviewOutcome } from "./review-outcome.ts";

/** The words of an HTML fragment, in order. */
function wordsIn(html: string): string[] {
  return html.replace(/<[^>]*>/g, " ").match(/\S+/g) ?? [];
}

const novel = readingOf(novelAsText(12, 48_000));

describe("a chapter that is too long to look at in one go", () => {
  it("is shown in parts that together are all of it, each word once", () => {
    const whole = reviewOutcome(novel, {});
    assert.ok(whole.parts > 2, `${whole.parts} parts`);
    const shown = Array.from({ length: whole.parts }, (_, index) =>
      reviewOutcome(novel, {}, { chapter: null, part: index + 1 }),
    );
    assert.deepEqual(
      shown.map(({ part }) => part),
      shown.map((_, index) => index + 1),
    );
    const inFile = novel.blocks.flatMap(({ node }) => wordsIn(toHtml(node)));
    assert.deepEqual(
      shown.flatMap(({ cameIn }) => wordsIn(cameIn)),
      inFile,
    );
    for (const { story } of shown) assert.ok(wordsIn(story).length < 16_000);
    const saved = serialiseStory(applyDecisions(novel, {}).story);
    assert.deepEqual(
      shown.flatMap(({ story }) => wordsIn(story)),
      wordsIn(saved),
    );
  });

  it("shows the first part when another is asked for that is not there", () => {
    assert.equal(reviewOutcome(novel, {}, { chapter: null, part: 99 }).part, 1);
    assert.equal(reviewOutcome(novel, {}, { chapter: null, part: Number.NaN }).part, 1);
  });

  it("has each footnote in the part that refers to it", () => {
    const filler = Array.from({ length: 400 }, (_, line) => `Line ${line} ${"and on it goes ".repeat(12)}.`);
    const text = [
      "She saw the lamp[1] go out.",
      ...filler,
      "He saw the tide[2] turn.",
      "[1] It was green.",
      "[2] It was late.",
    ].join("\n\n");
    const reading = readingOf(text);
    const first = reviewOutcome(reading, {});
    assert.ok(first.parts > 1);
    const last = reviewOutcome(reading, {}, { chapter: null, part: first.parts });
    assert.match(first.story, /It was green/);
    assert.doesNotMatch(first.story, /It was late/);
    assert.match(last.story, /It was late/);
    assert.doesNotMatch(last.story, /It was green/);
  });
});

describe("the question about chapters", () => {
  const headings = novel.findings.filter(({ kind }) => kind === "chapter-heading").map(({ id }) => id);

  it("says how many there would be, until it is answered either way", () => {
    assert.equal(reviewOutcome(novel, {}).proposedChapters, 12);
    for (const answer of ["accept", "keep"] as const) {
      const decisions = Object.fromEntries(headings.map((id) => [id, answer]));
      const outcome = reviewOutcome(novel, decisions);
      assert.equal(outcome.proposedChapters, null);
      assert.equal(outcome.chapters.length, answer === "accept" ? 12 : 1);
    }
  });
});
