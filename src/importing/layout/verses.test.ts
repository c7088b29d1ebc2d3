import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";

const asVerse =
  '<p class="verse">The sea<br><span class="in1">the sea</span></p>\n<p class="verse">and I</p>';

describe("verse (T66)", () => {
  it("keeps its lines, its indents and its stanzas", () => {
    assert.equal(storyOf("The sea\n    the sea\n\nand I"), asVerse);
    assert.equal(
      storyOf(
        "She sang, to nobody.\n\nThe sea\n    the sea\n\nand I\n\nThen the house was quiet for a long while.",
      ),
      `<p>She sang, to nobody.</p>\n${asVerse}\n<p>Then the house was quiet for a long while.</p>`,
    );
  });

  it("keeps them in a page", () => {
    const page =
      "<p>She sang.</p><p>The sea<br>&nbsp;&nbsp;&nbsp;&nbsp;the sea</p><p>and I</p><p>She left.</p>";
    assert.equal(storyOf(page, {}, "html"), `<p>She sang.</p>\n${asVerse}\n<p>She left.</p>`);
  });

  it("has up to four steps", () => {
    const story = storyOf("O moon\n    who\n        art\n            so\n                far\n\nand I");
    assert.match(story, /O moon<br><span class="in1">who<\/span><br><span class="in2">art<\/span>/);
    assert.match(story, /<span class="in3">so<\/span><br><span class="in4">far<\/span>/);
  });

  it("is never joined as if a mail program had broken it", () => {
    const story = storyOf(
      "O the long and level line of the grey sea wall\n    and the long and level line of the grey sea\n\nand the tide",
    );
    assert.match(story, /sea wall<br><span class="in1">and the long/);
  });

  it("is joined, or paragraphs, when it is undone", () => {
    assert.equal(
      storyOf("The sea\n    the sea\n\nand I", { "verse-1": "undo" }),
      "<p>The sea<br>the sea</p>\n<p>and I</p>",
    );
  });

  it("is only proposed without indents", () => {
    const text =
      "She sang it once more.\n\nThe sea is grey,\nthe sea is wide,\nand I am waiting\nfor the tide.\n\nThe boat is late,\nthe boat is gone,\nand I am waiting\nall alone\n\nThen the house was quiet.";
    assert.deepEqual(found(readingOf(text), "verse"), ["proposed: The sea is grey,"]);
    assert.match(storyOf(text, { "verse-1": "accept" }), /<p class="verse">The boat is late,<br>the boat/);
  });

  it("is no prose with indented paragraphs, no talk and no address", () => {
    for (const text of [
      "It rained.\n    It stopped.\n    It rained again.",
      "\tIt rained.\n\tIt stopped.",
      "“No.”\n“Yes.”\n“Why?”\n“Because.”\n\n“So?”\n“So.”",
      "She signed it.\n\nYours,\n    Mina\n\nThen she sealed it.",
      "Holmes gave me the card.\n\n221B Baker Street\nLondon\n\nI kept it.",
    ])
      assert.deepEqual(found(readingOf(text), "verse"), [], text);
  });
});
