import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { readingOf, storyOf } from "../for-tests/reading-of.ts";

describe("readings over words (T71)", () => {
  for (const [name, text, word] of [
    ["after a bar", "｜海《うみ》を見た。", "海"],
    ["after ideographs", "古い海《うみ》を見た。", "海"],
    ["in brackets", "[[rb:海 > うみ]]を見た。", "海"],
  ] as const) {
    it(`are read ${name}`, () => {
      assert.ok(storyOf(text).includes(`<ruby>${word}<rt>うみ</rt></ruby>を見た。`), storyOf(text));
      assert.match(toPlainText(applyDecisions(readingOf(text), {}).story), /海\(うみ\)を見た。/);
    });
  }

  it("are kept as a page has them, and read in its words", () => {
    assert.equal(
      storyOf("<p><ruby>海<rt>うみ</rt></ruby>と漢字《かんじ》</p>", {}, "html"),
      "<p><ruby>海<rt>うみ</rt></ruby>と<ruby>漢字<rt>かんじ</rt></ruby></p>",
    );
  });

  it("are their notation again when they are undone", () => {
    assert.equal(storyOf("｜海《うみ》を見た。", { "ruby-1": "undo" }), "<p>｜海《うみ》を見た。</p>");
  });

  it("are not the titles of Chinese books", () => {
    assert.equal(storyOf("他在读《红楼梦》。"), "<p>他在读《红楼梦》。</p>");
  });
});
