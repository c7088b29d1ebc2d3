import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readingOf, storyOf } from "../for-tests/reading-of.ts";

const letter = "14 June\n\nDear Mina,\n\nCome home.\n\n    Yours,\n    J.";
const asLetter =
  '<blockquote class="letter"><p>14 June</p><p>Dear Mina,</p><p>Come home.</p><p class="right">Yours,<br>J.</p></blockquote>';

describe("a letter (T63)", () => {
  it("is set apart, its signature to the right", () => {
    assert.equal(storyOf(letter), asLetter);
  });

  it("is found in the middle of a story, with its postscript", () => {
    const story = `She broke the seal.\n\n${letter}\n\nP.S. Bring the keys.\n\nMina read it again.`;
    const postscript = asLetter.replace("</blockquote>", "<p>P.S. Bring the keys.</p></blockquote>");
    assert.equal(storyOf(story), `<p>She broke the seal.</p>\n${postscript}\n<p>Mina read it again.</p>`);
  });

  it("is paragraphs again when it is undone", () => {
    assert.equal(
      storyOf(letter, { "letter-1": "undo" }),
      "<p>14 June</p>\n<p>Dear Mina,</p>\n<p>Come home.</p>\n<p>Yours,<br>J.</p>",
    );
  });

  it("is only proposed where words alone show it", () => {
    const page = "<p>She read:</p><p>Dear Mina,</p><p>Come home.</p><p>Yours,<br>J.</p><p>She wept.</p>";
    const plain =
      "<p>She read:</p>\n<p>Dear Mina,</p>\n<p>Come home.</p>\n<p>Yours,<br>J.</p>\n<p>She wept.</p>";
    assert.equal(storyOf(page, {}, "html"), plain);
    assert.equal(
      storyOf(page, { "letter-1": "accept" }, "html"),
      `<p>She read:</p>\n${asLetter.replace("<p>14 June</p>", "")}\n<p>She wept.</p>`,
    );
  });

  it("is no greeting that is spoken, and none that nobody signs", () => {
    for (const text of [
      "Dear God, she thought.\n\nThe door was open.\n\nLove was not enough.",
      "Dear Mina,\n\nhe began, and tore the page in two.\n\nHe went out.",
    ])
      assert.deepEqual(
        readingOf(text).findings.filter(({ kind }) => kind === "letter"),
        [],
      );
  });
});
