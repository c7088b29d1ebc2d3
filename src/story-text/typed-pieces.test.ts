import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyStory, fixedRuns } from "./for-tests/any-story.ts";
import { serialiseStory } from "./serialise.ts";
import { storyFromTyped, storyFromWhole, typedFromStory } from "./typed.ts";
import { htmlOfTyped } from "./typed-markup.ts";
import { typedPieces } from "./typed-pieces.ts";

const names =
  "a em strong i b u p p blockquote div ul ol li dl dt dd table tr td tbody caption ruby rt rp span pre h3 h5 details summary aside figure figcaption q center font".split(
    " ",
  );
const leaves =
  'word |* * *|***|<3|&|&amp;|&nbsp;|\u00a0| |\n|\n\n|\n \n|\n\u00a0\n|\t|<br>|<br/>|<hr>|<img src="x" alt="y">|\ud800|é|<a href="https://example.org/?a=1&b=2">x</a>|<p class="center">x</p>|<aside class="footnote" id="note-1">x</aside>|<a class="noteref" href="#note-1">1</a>'.split(
    "|",
  );
/** What no element closes, or none opened. */
const stray = "</p>|<em>|</b>|<p>|<li>|<!-- c -->|\u0000|<img src=x>".split("|");

/** Text with tags that lie in one another, sensibly or not. */
function anyTyped(signs: string[]): fc.Arbitrary<string> {
  return fc.letrec<{ text: string; element: string; leaf: string }>((tie) => ({
    leaf: fc.constantFrom(...signs),
    element: fc
      .tuple(fc.constantFrom(...names), tie("text"))
      .map(([name, inside]) => `<${name}>${inside}</${name}>`),
    text: fc
      .array(
        fc.oneof(
          { maxDepth: 4, depthIdentifier: `typed${signs.length}` },
          { weight: 3, arbitrary: tie("leaf") },
          { weight: 2, arbitrary: tie("element") },
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((parts) => parts.join("")),
  })).text;
}

describe("typed text in pieces", () => {
  for (const [what, signs, numRuns] of [
    ["whose elements all end", leaves, 400],
    ["of any kind", [...leaves, ...stray], 200],
  ] as const)
    it(`is read as it is in one, text ${what}`, () => {
      let cut = 0;
      fc.assert(
        fc.property(fc.array(anyTyped([...signs]), { maxLength: 5 }), (parts) => {
          const typed = parts.join("\n\n");
          if ((typedPieces(htmlOfTyped(typed))?.length ?? 0) > 1) cut += 1;
          assert.equal(serialiseStory(storyFromTyped(typed)), serialiseStory(storyFromWhole(typed)));
        }),
        { ...fixedRuns, numRuns },
      );
      assert.ok(cut > numRuns / 100, `only ${cut} of ${numRuns} were cut at all`);
    });

  it("is read as it is in one, for any story in the stored form", () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        const typed = typedFromStory(story);
        assert.deepEqual(storyFromTyped(typed), storyFromWhole(typed));
        assert.notEqual(typedPieces(htmlOfTyped(typed)), null);
      }),
      { ...fixedRuns, numRuns: 100 },
    );
  });

  it("is not cut inside an element, nor at all when one of them has no end", () => {
    assert.deepEqual(typedPieces("a\n\n<blockquote>b\n\nc</blockquote>\n\nd"), [
      "a",
      "<blockquote>b\n\nc</blockquote>",
      "d",
    ]);
    assert.equal(typedPieces("a\n\n<p>b\n\nc"), null);
    assert.equal(typedPieces("<b><i>a</b></i>"), null);
  });
});
