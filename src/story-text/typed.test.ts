import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanStory } from "./clean.ts";
import { readStored } from "./read-stored.ts";
import { serialiseStory } from "./serialise.ts";
import { noteFromTyped, storyFromTyped, typedFromStory } from "./typed.ts";

const stored = (typed: string) => serialiseStory(storyFromTyped(typed));
const typed = (html: string) => typedFromStory(readStored(cleanStory(html)));

describe("what a writer types into a plain text field", () => {
  it("parts paragraphs at blank lines and breaks lines at newlines", () => {
    assert.equal(
      stored("One.\r\n\r\nTwo,\r\nthree.\n  \nFour."),
      "<p>One.</p>\n<p>Two,<br>three.</p>\n<p>Four.</p>",
    );
  });

  it("makes a scene break of a line that is only an ornament, and never of speech", () => {
    for (const ornament of [
      "***",
      "* * *",
      "~*~*~",
      "oOoOo",
      "xXx",
      "-----",
      "=====",
      "#",
      "<>",
      "◊",
      "⁂",
      "§",
      "•••",
      "~~~/\\~~~",
    ]) {
      const expected = ornament.replace("<>", "&lt;&gt;");
      assert.equal(
        stored(`a\n${ornament}\nb`),
        `<p>a</p>\n<hr class="scene" data-ornament="${expected}">\n<p>b</p>`,
      );
    }
    for (const line of ["...", "…", "—", "--", "?!", "*shrugs*", "ooo", "XXX", "3 * 4"]) {
      assert.equal(stored(`a\n\n${line}\n\nb`), `<p>a</p>\n<p>${line}</p>\n<p>b</p>`);
    }
  });

  it("lets a line of stars that is no scene break survive", () => {
    assert.equal(typed("<p>***</p><p>a</p>"), "<p>***</p>\n\na");
    assert.equal(stored("<p>***</p>\n\na"), "<p>***</p>\n<p>a</p>");
  });

  it("keeps hearts, smirks and ampersands as words", () => {
    assert.equal(
      stored("u r my fav <3 <smirks> R&D &amp ok, i <b you; Rob&ethan"),
      "<p>u r my fav &lt;3 &lt;smirks&gt; R&amp;D &amp; ok, i &lt;b you; Rob&amp;ethan</p>",
    );
    assert.equal(typed("<p>I &lt;3 R&amp;D &lt;smirks&gt;</p>"), "I <3 R&D <smirks>");
    assert.equal(typed("<p>&lt;em&gt; &amp;lt;</p>"), "&lt;em> &amp;lt;");
  });

  it("carries emphasis over a blank line", () => {
    assert.equal(stored("<i>First.\n\nSecond.</i>"), "<p><em>First.</em></p>\n<p><em>Second.</em></p>");
  });

  it("reads lines inside quotations and asides, and shows them so", () => {
    const letter = '<blockquote class="letter">\n14 June\n\nDear Jo,\nCome home.\n</blockquote>';
    const html = '<blockquote class="letter"><p>14 June</p><p>Dear Jo,<br>Come home.</p></blockquote>';
    assert.equal(stored(letter), html);
    assert.equal(typed(html), letter);
  });

  it("takes a whole page of HTML, where newlines are only spaces", () => {
    assert.equal(
      stored("<!DOCTYPE html>\n<html><body><p>One\ntwo.</p>\n***</body></html>"),
      "<p>One two.</p>\n<p>***</p>",
    );
  });

  it("gives a note no scene breaks", () => {
    assert.equal(serialiseStory(noteFromTyped("a\n\n***")), "<p>a</p>\n<p>***</p>");
  });
});
