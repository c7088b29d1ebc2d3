import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storyOf } from "../for-tests/reading-of.ts";

const page = (html: string) => storyOf(html, {}, "html");

describe("a page's own styles", () => {
  it("raise and lower letters without parting words (T73)", () => {
    assert.equal(
      page('<p>The 4<span style="vertical-align:super">th</span> of H<sub>2</sub>O</p>'),
      "<p>The 4<sup>th</sup> of H<sub>2</sub>O</p>",
    );
    assert.equal(storyOf("The 4th of H2O"), "<p>The 4th of H2O</p>");
  });

  it("set a first letter large without parting it from its word (T74)", () => {
    assert.equal(page('<p><span style="float:left;font-size:3em">O</span>nce upon</p>'), "<p>Once upon</p>");
    assert.equal(page('<p><font size="7">O</font>nce upon</p>'), "<p>Once upon</p>");
  });

  it("give headings that belong inside a chapter (T82)", () => {
    const story = page(
      "<p>The fog came.</p><h1>The fog</h1><p>It stayed.</p><h1>The river</h1><p>It rose.</p>",
    );
    assert.doesNotMatch(story, /<h[12]/);
    assert.match(story, /<h3>The fog<\/h3>\n<p>It stayed\.<\/p>\n<h3>The river<\/h3>/);
  });

  it("are dropped where they are only looks, so that a dark page stays dark (T83)", () => {
    assert.equal(
      page(
        '<p style="font-size:8pt;text-align:justify;line-height:2;color:black;background:white"><font color="white" size="7" face="Papyrus">Fog</font> and <span style="color:#000">rain</span></p>',
      ),
      "<p>Fog and rain</p>",
    );
  });
});

describe("words without an end, and letters under a heap of marks (T84)", () => {
  it("are kept to the last character", () => {
    const scream = "A".repeat(400);
    const heaped = `h${"\u0301\u0323".repeat(30)}e comes`;
    assert.equal(storyOf(`${scream}\n\n${heaped}`), `<p>${scream}</p>\n<p>${heaped}</p>`);
    assert.equal(page(`<p>${scream}</p><p>${heaped}</p>`), `<p>${scream}</p>\n<p>${heaped}</p>`);
  });
});
