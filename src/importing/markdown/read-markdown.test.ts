import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanStory } from "../../story-text/clean.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { fileRead, storyIn } from "../for-tests/file-reading.ts";
import { readingOf } from "../for-tests/reading-of.ts";

const story = (text: string) => storyIn(fileRead(text, "tide.md").reading);
const fields = (text: string) => applyDecisions(fileRead(text, "tide.md").reading, {}).fields;

describe("a Markdown file", () => {
  it("keeps emphasis, strong words, struck words and hard breaks", () => {
    assert.equal(
      story("She *never* **ever** ~~slept~~ woke,\\\nand the\ntide~1~ came.\n"),
      "<p>She <em>never</em> <strong>ever</strong> <s>slept</s> woke,<br>and the tide~1~ came.</p>",
    );
  });

  it("keeps the ornament of a scene break, and none for three hyphens (T33, T35)", () => {
    const drawn = ["***", "* * *", "*******", "_ _ _", "-----"];
    for (const ornament of drawn)
      assert.equal(
        story(`Dusk.\n\n${ornament}\n\nDawn.\n`),
        `<p>Dusk.</p>\n<hr class="scene" data-ornament="${ornament}">\n<p>Dawn.</p>`,
      );
    assert.equal(
      story("Dusk.\n\n---\n\nDawn.\n"),
      '<p>Dusk.</p>\n<hr class="scene" data-ornament="">\n<p>Dawn.</p>',
    );
  });

  it("passes HTML through as markup and keeps what is none", () => {
    assert.equal(
      story('<p class="center">fin</p>\n\nThe <span class="sc">sea</span> <3 me & you.\n'),
      '<p class="center">fin</p>\n<p>The <span class="sc">sea</span> &lt;3 me &amp; you.</p>',
    );
    assert.doesNotMatch(story("One.\n\n<script>alert(1)</script>\n\nTwo."), /script|alert/);
  });

  it("ties footnotes to their places (T69)", () => {
    assert.equal(
      story("The *Gull*[^ship] sank.[^2] Twice.[^ship]\n\n[^ship]: A ship.\n[^2]: In *May*.\n"),
      cleanStory(
        '<p>The <em>Gull</em><a class="noteref" href="#note-1" id="noteref-1">1</a> sank.<a class="noteref" href="#note-2" id="noteref-2">2</a> Twice.<a class="noteref" href="#note-1">1</a></p>' +
          '<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A ship.</p></aside>' +
          '<aside class="footnote" id="note-2"><p><a class="noteback" href="#noteref-2">2</a> In <em>May</em>.</p></aside>',
      ).trim(),
    );
    assert.equal(story("A marker[^lost] alone."), "<p>A marker[^lost] alone.</p>");
  });

  it("keeps lists with their numbers, tables and code", () => {
    assert.match(
      story("Ten things:\n\n4. tar\n5. rope\n"),
      /<ol start="4"><li>tar<\/li><li>rope<\/li><\/ol>/,
    );
    assert.match(story("| a | b |\n|---|---|\n| c | d |\n"), /<th>a<\/th>.*<td>d<\/td>/s);
    assert.match(story("    let x;\n\nAnd `y`."), /<pre>let x;<\/pre>\n<p>And <code>y<\/code>\.<\/p>/);
  });

  it("reads the metadata of blogs and notebooks", () => {
    const text = `---
title: "The Long Tide"
author: [wren_h, night_owl]
tags:
  - Slow Burn
  - "Fog, mostly"
fandom: Dracula
rating: T
language: en
summary: >
  The tide turns
  and does not come back.
---
The fog *came*.
`;
    const { title, creators, additionalTags, fandoms, rating, language, summary } = fields(text);
    assert.equal(title?.text, "The Long Tide");
    assert.deepEqual(
      creators.map(({ role, name }) => `${role} ${name}`),
      ["author wren_h", "author night_owl"],
    );
    assert.deepEqual(
      additionalTags.map(({ name }) => name),
      ["Slow Burn", "Fog, mostly"],
    );
    assert.deepEqual([fandoms[0]?.name, rating?.id, language?.tag], ["Dracula", "teen", "en"]);
    assert.equal(summary?.text, "The tide turns and does not come back.");
    assert.equal(story(text), "<p>The fog <em>came</em>.</p>");
  });

  it("takes a first heading that is the only one for the title", () => {
    assert.equal(fields("# Salt\n\n## One\n\nFog.\n").title?.text, "Salt");
    assert.equal(fields("# One\n\nFog.\n\n# Two\n\nRain.\n").title, null);
  });

  it("takes a scene break at the top for a scene break", () => {
    assert.match(story("---\n\nFog came. It was: grey.\n\n---\n\nRain.\n"), /Fog came\..*<hr.*Rain\./s);
  });

  it("refuses text nested beyond measure in bounded time", () => {
    assert.equal(fileRead("> ".repeat(50_000), "deep.md").reading.problem, "too-deep");
    assert.ok(
      ["too-deep", "too-large", null].includes(fileRead("- ".repeat(20_000), "a.md").reading.problem),
    );
  });

  it("is known by its name alone: pasted text stays text", () => {
    assert.equal(readingOf("# Salt\n\nFog.").source.kind, "text");
    assert.equal(fileRead("Fog.", "SALT.MARKDOWN").reading.source.kind, "markdown");
  });
});
