import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";

const post = "Lucy W. @lucy_w · 2h\n\nThe tide is late again #whitby\n\n12 likes · 3 reposts";

describe("a post on a social site (T65)", () => {
  it("is a figure with its handle, its hashtag and its counts as words", () => {
    assert.equal(
      storyOf(`Mina scrolled.\n\n${post}\n\nShe put it away.`),
      '<p>Mina scrolled.</p>\n<figure class="post"><p>Lucy W. @lucy_w · 2h</p><p>The tide is late again #whitby</p><p>12 likes · 3 reposts</p></figure>\n<p>She put it away.</p>',
    );
  });

  it("is found in a page", () => {
    const page =
      "<p>Mina scrolled.</p><p>@lucy_w</p><p>The tide is late again</p><p>♥ 12 ↻ 3</p><p>She left.</p>";
    assert.match(
      storyOf(page, {}, "html"),
      /<figure class="post"><p>@lucy_w<\/p>.*<p>♥ 12 ↻ 3<\/p><\/figure>\n<p>She left/,
    );
  });

  it("is only proposed without counts, and paragraphs when it is undone", () => {
    const text = "Mina scrolled.\n\n@lucy_w\n\nThe tide is late again #whitby\n\nShe put it away.";
    assert.deepEqual(found(readingOf(text), "post"), ["proposed: @lucy_w"]);
    assert.match(storyOf(text, { "post-1": "accept" }), /<figure class="post"><p>@lucy_w<\/p><p>The tide/);
    assert.doesNotMatch(storyOf(`Mina scrolled.\n\n${post}`, { "post-1": "undo" }), /figure/);
  });

  it("is no letter's address and no name that somebody mentions", () => {
    for (const text of [
      "Write to me@example.org soon.\n\nHe did.\n\nHe had 12 likes.",
      "She tagged @lucy_w in it.\n\nNothing came. #sad",
    ])
      assert.deepEqual(found(readingOf(text), "post"), [], text);
  });
});
