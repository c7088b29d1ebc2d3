import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { storyStyle } from "./story-style.ts";

describe("the style of a story", () => {
  it("has a line for every class a story can use", () => {
    const story = kitchenSink.chapters.map(({ text }) => text).join("");
    const classes = new Set(
      [...story.matchAll(/class="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" ")),
    );
    assert.ok(classes.size > 20);
    // A mode's meaning stands in the author's conventions and its marks in the text itself.
    for (const name of classes)
      if (!name.startsWith("mode-")) assert.ok(storyStyle.includes(`.${name}`), name);
  });

  it("sets no colour and no fixed size, so that night mode and large print win", () => {
    assert.doesNotMatch(storyStyle, /(^|[\s;{])(color|background|background-color)\s*:/);
    assert.doesNotMatch(storyStyle, /font-size:\s*[\d.]+(px|pt|cm)/);
    assert.doesNotMatch(storyStyle, /@import|url\(/);
  });
});
