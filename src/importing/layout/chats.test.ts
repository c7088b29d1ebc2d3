import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";

const chat = "mina [23:04]: you up?\nlucy: no\nlucy: obviously";
const asChat =
  '<ol class="chat"><li><b>mina</b> <time>23:04</time> you up?</li><li><b>lucy</b>: no</li><li><b>lucy</b>: obviously</li></ol>';

describe("a chat (T64)", () => {
  it("is a list of who said what and when", () => {
    assert.equal(storyOf(chat), asChat);
    const story = storyOf(`She looked at the screen.\n\n${chat}\n\nShe laughed.`);
    assert.equal(story, `<p>She looked at the screen.</p>\n${asChat}\n<p>She laughed.</p>`);
  });

  it("reads well without any style", () => {
    assert.match(toPlainText(applyDecisions(readingOf(chat), {}).story), /mina 23:04 you up\?\nlucy: no\n/);
  });

  it("is found between the line breaks of a page", () => {
    const page = `<p>She looked.</p><p>${chat.replaceAll("\n", "<br>")}</p><p>She laughed.</p>`;
    assert.equal(storyOf(page, {}, "html"), `<p>She looked.</p>\n${asChat}\n<p>She laughed.</p>`);
  });

  it("is its lines again when it is undone", () => {
    const page = `<p>${chat.replaceAll("\n", "<br>")}</p>`;
    assert.equal(storyOf(page, { "chat-1": "undo" }, "html"), page);
    assert.equal(
      storyOf(`She looked.\n\n${chat}\n\nShe laughed.`, { "chat-1": "undo" }),
      "<p>She looked.</p>\n<p>mina [23:04]: you up?<br>lucy: no<br>lucy: obviously</p>\n<p>She laughed.</p>",
    );
  });

  it("keeps its signs where the time comes first", () => {
    assert.equal(
      storyOf("[23:04] <mina> you up?\n[23:05] <lucy> no\n[23:05] <mina> ok"),
      '<ol class="chat"><li><time>23:04</time> &lt;<b>mina</b>&gt; you up?</li><li><time>23:05</time> &lt;<b>lucy</b>&gt; no</li><li><time>23:05</time> &lt;<b>mina</b>&gt; ok</li></ol>',
    );
  });

  it("is only proposed where names in small letters are all that shows it", () => {
    const text = "She looked.\n\nmina: you up?\nlucy: no\nmina: obviously\n\nShe laughed.";
    assert.deepEqual(found(readingOf(text), "chat"), ["proposed: mina: you up?"]);
    assert.match(storyOf(text, { "chat-1": "accept" }), /<ol class="chat"><li><b>mina<\/b>: you up\?<\/li>/);
  });

  it("is no list of things, no single speaker and no time in a sentence", () => {
    for (const text of [
      "He wrote it down.\n\nbread: two\nmilk: one\neggs: none\n\nHe left.",
      "It was 23:04: late enough.\n\nIt was 23:05: later.\n\nIt was 23:06.",
      "One thing: he was late.\n\nAnother: he was wet.\n\nA third: he was hungry.",
    ])
      assert.deepEqual(found(readingOf(text), "chat"), [], text);
  });
});
