import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTranslate } from "../../ui/translation.ts";
import { smallBook } from "../for-tests/hostile-book.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { writeText } from "./write-text.ts";

const t = createTranslate("en");
const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const text = decode(writeText(kitchenSink, t, "en"));

describe("a work as plain text", () => {
  it("begins with the title, the names and whom it is for", () => {
    assert.deepEqual(text.split("\n").slice(0, 3), [
      "The Salt Road & Other <Tides>",
      "by marrow & wren and halfpenny",
      "A gift for saltmarsh, here called Tilly",
    ]);
  });

  it("answers each warning and keeps tags apart that hold commas", () => {
    assert.match(
      text,
      /^Warnings: Graphic violence: no; Major character death: not saying; Peril at sea: yes$/m,
    );
    assert.match(text, /^Additional tags: slow burn, fast tide; <3$/m);
  });

  it("sets each chapter off by three blank lines", () => {
    assert.match(text, /\n\n\n\nChapter 1: Salt & <Rope>\n\n/);
    assert.match(
      text,
      /\n\n\n\nChapter 2\n\nIt came back\[1\]\.\n\n\[1\] The tide\.\n\n\n\nEnd notes:\n\nThank you for walking with them\.\n$/,
    );
  });

  it("keeps italics, bold, notes and the words of pictures", () => {
    for (const said of [
      "*He had said _never_ and meant it.*",
      "**Stop *now*.**",
      "A brig[1], twice[1], and a tide[*].",
      "[1] A ship with *two* masts.",
      "[Picture: The harbour at night]\nDrawn by *inkfish*",
      'The lamp [Picture: A lamp "lit"] and its flourish',
    ])
      assert.ok(text.includes(said), said);
  });

  it("shows two different scene breaks differently", () => {
    assert.match(text, /\n\n~\*~\n\n/);
    assert.match(text, /\n\n\* \* \*\n\n/);
  });

  it("is a title, a name, facts and the story for a small book", () => {
    const [first, ...rest] = decode(writeText(smallBook, t, "en")).split("\n\n");
    assert.equal(first, "鏡の中の人は、いつも少しだけ遅れて笑う\nby 海野しお");
    assert.equal(rest.at(-1), "「はい」\n");
  });
});
