import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placesToSplit } from "./places-to-split.ts";
import { splitStory } from "./split-story.ts";

const story = [
  "<h3>Opening</h3>",
  "<p>It was night.</p>",
  `<p>${"All the lamps along the harbour wall were out, and nobody spoke. ".repeat(3).trim()}</p>`,
  '<hr class="scene" data-ornament="***">',
  "<h4>The Mirror</h4>",
  "<p>Morning.</p>",
  '<hr class="scene" data-ornament="">',
  "<blockquote><p>A letter.</p></blockquote>",
  '<aside class="footnote"><p>1 Nobody asked.</p></aside>',
].join("\n");

describe("where a chapter can be split", () => {
  it("is at every block with a story on both sides, a scene break and a heading being one place", () => {
    assert.deepEqual(
      placesToSplit(story).map(({ place, kind, title }) => [place, kind, title]),
      [
        [2, "paragraph", ""],
        [3, "heading", "The Mirror"],
        [6, "scene break", ""],
      ],
    );
  });

  it("is told by the words around, cut between words", () => {
    const [night, mirror] = placesToSplit(story);
    assert.equal(night?.before, "It was night.");
    assert.equal(night.after, "All the lamps along the harbour wall were out, and nobody …");
    assert.match(mirror?.before ?? "", /^… \S.* nobody spoke\.$/);
    assert.equal(mirror?.after, "Morning.");
  });

  it("is somewhere that the story can be split indeed", () => {
    for (const { place, title } of placesToSplit(story)) assert.equal(splitStory(story, place)?.title, title);
  });

  it("is nowhere in a single paragraph, and nowhere in nothing", () => {
    for (const short of ["", "<p>One.</p>", "<h3>One</h3>\n<p>Two.</p>"])
      assert.deepEqual(placesToSplit(short), []);
  });
});
