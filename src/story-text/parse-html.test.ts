import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanStory } from "./clean.ts";
import { parseHtml } from "./parse-html.ts";
import { StoryRefused, StoryTooDeep, StoryTooLarge } from "./story-refused.ts";
import { storyFromTyped } from "./typed.ts";

const many = (piece: string, times: number) => piece.repeat(times);

const absurd: [name: string, html: string][] = [
  ["a million nested divisions", many("<div>", 1_000_000)],
  ["five megabytes of bold", many("<b>", 1_700_000)],
  ["blocks kept open by wrong nesting", many("<b><div></b>", 400_000)],
  ["elements hidden behind scope markers", many("<b><object></b></object>", 200_000)],
  [
    "open fonts copied into every paragraph",
    `${many("<font>", 1)}<p>${Array.from({ length: 200 }, (_, size) => `<font size=${size}>`).join("")}${many("<p>x", 100_000)}`,
  ],
  ["a crowd adopted again and again", `${many("<b>", 200)}<div>${many("<br>", 600_000)}${many("</b>", 200)}`],
  ["half a table", `<table>${many("<b></b>", 600_000)}`],
  ["a million paragraphs", many("<p>x", 1_000_000)],
  ["more than eight million characters", many("x", 8_000_001)],
];

describe("parsing HTML within bounds", () => {
  for (const [name, html] of absurd) {
    it(`refuses ${name} in good time and says why`, () => {
      assert.throws(
        () => cleanStory(html),
        (error) =>
          error instanceof StoryRefused &&
          /^[A-Z].*\{limit, number\}.*Nothing was changed/.test(error.sentence),
      );
    });
  }

  it("takes what is long but reasonable in good time", () => {
    assert.equal(cleanStory(`<p>${many("word ", 1_000_000)}</p>`).length, 5_000_006);
    assert.equal(cleanStory(`<p>${many(" ", 3_000_000)}x`), "<p>x</p>");
    assert.equal(cleanStory(`<p>a${many("\u00a0", 300_000)}x`).length, 300_009);
    cleanStory(many("<p>One <i>line</i> of many.</p>", 50_000));
    storyFromTyped(many("One line & <another>.\n\n", 50_000));
    storyFromTyped(many('<b x="', 200_000));
    storyFromTyped(`<b${many(" a", 1_500_000)}`);
  });

  it("refuses by the kind of excess", () => {
    assert.throws(() => parseHtml(many("<i>", 300)), StoryTooDeep);
    assert.throws(() => parseHtml(many("x", 8_000_001)), StoryTooLarge);
    assert.doesNotThrow(() => cleanStory(many("<blockquote>", 200)));
  });

  it("reads a whole document as its body", () => {
    assert.equal(
      cleanStory("<!doctype html><html><head><title>T</title></head><body><p>x</p></body></html>"),
      "<p>x</p>",
    );
  });
});
