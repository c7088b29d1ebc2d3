import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storyOf } from "../for-tests/reading-of.ts";

describe("a script (T67)", () => {
  it("has a line for each who speaks", () => {
    assert.equal(
      storyOf("MINA: (laughing) No.\nLUCY: Yes."),
      "<p>MINA: (laughing) No.</p>\n<p>LUCY: Yes.</p>",
    );
  });

  const wrapped = [
    "MINA: (laughing) No, I will not go there, not for all the tea in",
    "LUCY: Yes you will. You will go there, and you will like it very",
    "MINA: I have never liked it in my life, and you know that full",
    "LUCY: I know nothing of the kind, as you know full well, my dear.",
  ];

  it("is never joined as if a mail program had broken it", () => {
    assert.equal(storyOf(wrapped.join("\n")), wrapped.map((line) => `<p>${line}</p>`).join("\n"));
  });

  it("is joined when that is undone", () => {
    assert.equal(storyOf(wrapped.join("\n"), { "script-lines-1": "undo" }), `<p>${wrapped.join(" ")}</p>`);
  });

  it("is found in a page as it stands", () => {
    const page = "<p>MINA: (laughing) No.<br>LUCY: Yes.</p>";
    assert.equal(storyOf(page, {}, "html"), page);
  });
});
