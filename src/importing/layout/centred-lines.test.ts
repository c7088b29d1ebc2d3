import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storyOf } from "../for-tests/reading-of.ts";

const sign = [
  "Over the door of the inn there was a sign, and Watson read it twice.",
  `${" ".repeat(30)}NO ENTRY`,
  "He went in all the same, because the rain had begun again outside.",
].join("\n\n");

describe("a sign in the middle of the page (T62)", () => {
  it("stays there when it was centred with spaces", () => {
    assert.equal(storyOf(sign).split("\n")[1], '<p class="center">NO ENTRY</p>');
  });

  it("is a paragraph like any other when that is undone", () => {
    assert.equal(storyOf(sign, { "centred-line-1": "undo" }).split("\n")[1], "<p>NO ENTRY</p>");
  });

  it("is told from the indent of a paragraph and from a column of lines set in", () => {
    const indented =
      "The fog lay on the river all day long and did not lift at noon.\n\n        It rained.\n\nHolmes slept.";
    assert.doesNotMatch(storyOf(indented), /center/);
  });

  it("stays there when its page centred it", () => {
    for (const page of [
      "<p>One.</p><center>NO ENTRY</center>",
      '<p>One.</p><p align="center">NO ENTRY</p>',
      '<p>One.</p><p style="text-align:center">NO ENTRY</p>',
      '<p>One.</p><div style="text-align: center">NO ENTRY</div>',
    ])
      assert.equal(storyOf(page, {}, "html"), '<p>One.</p>\n<p class="center">NO ENTRY</p>');
  });
});
