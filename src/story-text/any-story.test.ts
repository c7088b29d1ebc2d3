import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { textOf, wordsOf } from "./count-words.ts";
import { anyNote, anyStory, anyStoryTree, fixedRuns } from "./for-tests/any-story.ts";
import { readStored } from "./read-stored.ts";
import { sanitiseStory } from "./sanitise.ts";
import { serialiseStory } from "./serialise.ts";
import { tidyStory } from "./tidy.ts";
import { noteFromTyped, storyFromTyped, typedFromNote, typedFromStory } from "./typed.ts";

describe("any story in the stored form", () => {
  it("is one of many: the generator makes every element, class and attribute there is", () => {
    const made = new Set<string>();
    for (const story of fc.sample(anyStory(), fixedRuns)) {
      visit(story, "element", ({ tagName, properties }) => {
        made.add(tagName);
        for (const [name, value] of Object.entries(properties)) {
          made.add(`${tagName}[${name}]`);
          if (Array.isArray(value)) for (const each of value) made.add(`${tagName}.${each}`);
        }
      });
    }
    const needed = (
      "a[href] a[id] a.noteref a.noteback abbr[title] aside aside.footnote aside[id] b bdi blockquote blockquote.letter br caption " +
      "cite code dd details dl dt em figcaption figure.picture figure.post h3 h4 h5 h6 hr.scene hr[dataOrnament] img[src] img[alt] " +
      "img[width] img[height] li ol[start] ol[type] ol.chat p p.center p.right p.verse p[lang] p[dir] pre pre[role] pre[ariaLabel] q rp " +
      "rt ruby s small span.sc span.voice-1 span.in1 span.in4 span.mode-song span[lang] strong sub summary sup table tbody td[colSpan] " +
      "td[rowSpan] th[scope] thead time tr u ul"
    ).split(" ");
    assert.deepEqual(
      needed.filter((each) => !made.has(each)),
      [],
    );
  });

  it("is in normal form and allowed: tidying and sanitising it again change nothing", () => {
    check(anyStory(), (story) => {
      assert.deepEqual(tidyStory(story), story);
      assert.deepEqual(sanitiseStory(story), story);
    });
  });

  it("is read back from its own bytes", () => {
    check(anyStory(), (story) => assert.deepEqual(readStored(serialiseStory(story)), story));
  });

  it("comes back exactly from the plain text field, as does any note", () => {
    check(anyStory(), (story) => assert.deepEqual(storyFromTyped(typedFromStory(story)), story));
    check(anyNote(), (note) => assert.deepEqual(noteFromTyped(typedFromNote(note)), note));
  });

  it("has every word of the tree it was tidied from, in the same order", () => {
    const words = (tree: Root) => wordsOf(textOf(tree)).join("");
    check(anyStoryTree(), (tree) => {
      const safe = sanitiseStory(tree);
      assert.equal(words(tidyStory(safe)), words(safe));
    });
  });
});

function check<Value>(any: fc.Arbitrary<Value>, holds: (value: Value) => void): void {
  fc.assert(
    fc.property(any, (value) => holds(value)),
    fixedRuns,
  );
}
