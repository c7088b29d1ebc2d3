import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { cleanStory } from "../../story-text/clean.ts";
import { anyStory, fixedRuns } from "../../story-text/for-tests/any-story.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { createTranslate } from "../../ui/translation.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { settingOf } from "./leaf.ts";
import { storyNodes } from "./story-nodes.ts";
import { writeMarkup } from "./write-markup.ts";

const setting = settingOf(kitchenSink, createTranslate("en"), "en", (name) => `/pictures/${name}`);

describe("a story set in a leaf", () => {
  for (const dialect of ["xhtml", "html"] as const) {
    it(`comes back from ${dialect} exactly as it was stored, whatever it holds (T85)`, () => {
      fc.assert(
        fc.property(anyStory(), (story) => {
          const stored = serialiseStory(story);
          const nodes = storyNodes(stored, setting);
          assert.equal(cleanStory(writeMarkup({ type: "root", children: nodes }, dialect)), stored);
        }),
        fixedRuns,
      );
    });
  }

  it("spells addresses for strict readers, whole ones for this archive, and lets none through that is no link", () => {
    const written = (html: string) =>
      writeMarkup({ type: "root", children: storyNodes(html, setting) }, "html");
    assert.equal(
      written('<p><a href="/works/x">a</a><a href="https://x.example/[1]">b</a></p>'),
      '<p><a href="https://stories.example/works/x" data-address="/works/x">a</a>' +
        '<a href="https://x.example/%5B1%5D" data-address="https://x.example/[1]">b</a></p>',
    );
    assert.equal(written('<p><a href="javascript:alert(1)">c</a></p>'), "<p><a>c</a></p>");
  });
});
