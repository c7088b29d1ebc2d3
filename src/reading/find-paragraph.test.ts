import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findParagraph, marksOfParagraph } from "./find-paragraph.ts";

describe("a paragraph after its chapter was changed", () => {
  const letters = "abcdefghij";
  const blocks = [...letters].map((letter) => `<p>${letter.repeat(3)} said <em>she</em>.</p>`);
  const kept = { paragraph: 5, marks: marksOfParagraph(blocks, 5) };
  const itself = 5;

  it("is where it was while nothing changed, also with other italics and quotation marks", () => {
    assert.equal(findParagraph(blocks, kept), itself);
    const dressed = blocks.map((block) => block.replace("<p>", "<p>“").replace(/<\/?em>/g, ""));
    assert.equal(findParagraph(dressed, kept), itself);
  });

  it("moves with its words", () => {
    assert.equal(findParagraph(["<p>New.</p>", "<hr>", ...blocks], kept), itself + 2);
    assert.equal(findParagraph(blocks.slice(2), kept), itself - 2);
    assert.equal(findParagraph(blocks.toReversed(), kept), 6);
  });

  it("is found by its neighbours when its own words were changed or taken out", () => {
    const rewritten = ["<p>New.</p>", ...blocks.with(4, "<p>Something else.</p>")];
    assert.equal(findParagraph(rewritten, kept), itself + 1);
    const shortened = ["<p>New.</p>", ...blocks.toSpliced(4, 1)];
    assert.equal(findParagraph(shortened, kept), itself + 1);
    const aroundIt = blocks.with(4, "<p>Else.</p>").with(3, "<p>Other.</p>");
    assert.equal(findParagraph(aroundIt, kept), itself);
  });

  it("is the nearest of several alike", () => {
    const same = Array.from({ length: 9 }, () => "<p>No.</p>");
    assert.equal(findParagraph(same, { paragraph: 7, marks: marksOfParagraph(same, 7) }), 7);
    const parted = ["<p>No.</p>", ...blocks.slice(0, 6), "<p>No.</p>"];
    assert.equal(findParagraph(parted, { paragraph: 6, marks: marksOfParagraph(same, 6) }), 8);
  });

  it("stays within a chapter of which nothing is left", () => {
    assert.equal(findParagraph(["<p>All new.</p>"], kept), 1);
    assert.equal(findParagraph([], kept), 1);
    assert.equal(findParagraph(blocks, { paragraph: 99, marks: "" }), 10);
  });
});
