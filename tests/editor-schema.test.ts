import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { documentOf } from "../editor/read-story.ts";
import { storyOf, typedOf } from "../editor/write-story.ts";
import { anyStory, fixedRuns } from "../src/story-text/for-tests/any-story.ts";
import { readStored } from "../src/story-text/read-stored.ts";
import { serialiseStory } from "../src/story-text/serialise.ts";
import { storyFromTyped, typedFromStory } from "../src/story-text/typed.ts";

describe("a story opened in the editor", () => {
  it("comes back byte for byte, whatever it holds", () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        const html = serialiseStory(story);
        const document = documentOf(readStored(html));
        document.check();
        if (html !== "") assert.equal(serialiseStory(storyOf(document)), html);
      }),
      { ...fixedRuns, numRuns: 2_000 },
    );
  });

  it("is written into the form's field so that the form reads the same story", () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        const typed = typedOf(documentOf(story));
        assert.equal(typed, typedFromStory(story));
        assert.deepEqual(storyFromTyped(typed), story);
      }),
      fixedRuns,
    );
  });
});
