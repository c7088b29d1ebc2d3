import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ElementContent } from "hast";
import { cleanStory } from "./clean.ts";
import { element } from "./elements.ts";
import { fixedRuns } from "./for-tests/any-story.ts";
import { readStored } from "./read-stored.ts";
import { sanitiseStory } from "./sanitise.ts";
import { serialiseStory } from "./serialise.ts";
import { tidyStory } from "./tidy.ts";

describe("readings and times that no e-book may hold", () => {
  it("keep their words in the line", () => {
    assert.equal(cleanStory("<p>a<ruby>海</ruby>b</p>"), "<p>a海b</p>");
    assert.equal(cleanStory("<p><ruby><rt>うみ</rt></ruby></p>"), "<p>うみ</p>");
    assert.equal(cleanStory("<p><ruby>海<em><rt>うみ</rt></em></ruby></p>"), "<p>海<em>うみ</em></p>");
    assert.equal(cleanStory("<pre>a<ruby>海</ruby>b</pre>"), "<pre>a海b</pre>");
    assert.equal(
      cleanStory('<ol class="chat"><li><time><em>late</em></time> x</li></ol>'),
      '<ol class="chat"><li><em>late</em> x</li></ol>',
    );
    assert.equal(
      cleanStory("<p><ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp>辺<rt>べ</rt></ruby></p>"),
      "<p><ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp>辺<rt>べ</rt></ruby></p>",
    );
  });

  it("are in normal form at once, whatever stands in them", () => {
    const text = fc
      .constantFrom("海", " ", "\u00a0", "", "\n", "x ")
      .map((value): ElementContent => ({ type: "text", value }));
    const inside = (depth: number): fc.Arbitrary<ElementContent> =>
      depth === 0
        ? text
        : fc.oneof(
            text,
            fc
              .tuple(
                fc.constantFrom("ruby", "ruby", "rt", "rp", "em", "br", "time"),
                fc.array(inside(depth - 1), { maxLength: 4 }),
              )
              .map(([name, children]) => element(name, {}, name === "br" ? [] : children)),
          );
    const block = fc
      .tuple(fc.constantFrom("p", "pre", "h3"), fc.array(inside(4), { maxLength: 4 }))
      .map(([name, children]) => element(name, {}, children));
    fc.assert(
      fc.property(block, (node) => {
        const story = tidyStory(sanitiseStory({ type: "root", children: [node] }));
        assert.deepEqual(tidyStory(story), story);
        assert.deepEqual(readStored(serialiseStory(story)), story);
        assert.deepEqual(sanitiseStory(story), story);
      }),
      { ...fixedRuns, numRuns: 2000 },
    );
  });
});
