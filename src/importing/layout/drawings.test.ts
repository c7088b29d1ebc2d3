import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanStory } from "../../story-text/clean.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { readingOf, storyOf } from "../for-tests/reading-of.ts";
import { reviewOutcome } from "../review-outcome.ts";

const box = "+------------+\n|  HP:  10   |\n|  MP:   3   |\n+------------+";
const asDrawing = `<pre role="img" aria-label="HP: 10 MP: 3">${box}</pre>`;

describe("a box drawn in signs (T68)", () => {
  it("is kept as it was drawn, and its words describe it", () => {
    assert.equal(
      storyOf(`The screen lit up.\n\n${box}\n\nShe swore.`),
      `<p>The screen lit up.</p>\n${asDrawing}\n<p>She swore.</p>`,
    );
  });

  it("is kept in a page", () => {
    assert.equal(storyOf(`<p>Look:</p><pre>${box}</pre>`, {}, "html"), `<p>Look:</p>\n${asDrawing}`);
  });

  it("keeps its spaces whatever else is accepted", () => {
    const text = `The  screen *lit* up.\n\n${box}\n\nShe swore.`;
    const { findings } = readingOf(text);
    const all = Object.fromEntries(
      findings
        .filter(({ state, edits }) => state !== "applied" && edits.length > 0)
        .map(({ id }) => [id, "accept"] as const),
    );
    assert.ok(storyOf(text, all).includes(asDrawing));
  });

  it("is lines again when it is undone", () => {
    const story = storyOf(`The screen lit up.\n\n${box}\n\nShe swore.`, { "drawing-1": "undo" });
    assert.doesNotMatch(story, /<pre/);
    assert.match(story, /HP: {1,2}10/);
  });

  it("shows its place in a review", () => {
    const outcome = reviewOutcome(readingOf(`The screen lit up.\n\n${box}\n\nShe swore.`), {});
    assert.ok(outcome.story.includes(asDrawing));
    assert.match(outcome.markedStory, /<pre[^>]*><mark id="place-drawing-1"/);
  });

  it("leaves tables of a page with their header row", () => {
    const page = "<table><tr><th>HP</th><th>MP</th></tr><tr><td>10</td><td>3</td></tr></table>";
    const { story } = applyDecisions(readingOf(page, "html"), {});
    assert.equal(serialiseStory(story), cleanStory(page));
    assert.match(serialiseStory(story), /<tr><th[^>]*>HP<\/th><th[^>]*>MP<\/th><\/tr>/);
  });

  it("takes a rule above and below a line for scene breaks still", () => {
    assert.match(storyOf("One.\n\n-----\n\nTwo.\n\n-----\n\nThree."), /<hr.*\n<p>Two\.<\/p>\n<hr/);
  });
});
