import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setLines } from "./set-lines.ts";
import { widthOf } from "./text-width.ts";

const room = { width: 860, height: 660, sizes: [124, 110, 96, 84, 74, 64, 56, 50] };

describe("setting a title on a cover", () => {
  it("sets a short title large, on one line", () => {
    assert.deepEqual(setLines("Salt", "en", room).lines, ["Salt"]);
    assert.equal(setLines("Salt", "en", room).size, 124);
  });

  it("breaks between words into lines of like length", () => {
    const { lines, size } = setLines("The long way home along the drowned road", "en", room);
    assert.equal(lines.join(" "), "The long way home along the drowned road");
    const widths = lines.map((line) => widthOf(line) * size);
    assert.ok(Math.min(...widths) > Math.max(...widths) / 2, lines.join(" | "));
  });

  it("never leaves the room, whatever the title", () => {
    for (const title of [
      "a".repeat(400),
      "w ".repeat(300),
      "鏡".repeat(200),
      "A".repeat(40),
      "👩‍👩‍👧".repeat(50),
    ]) {
      const { lines, size, leading } = setLines(title, "en", room);
      assert.ok(lines.length * leading <= room.height, title);
      for (const line of lines) assert.ok(widthOf(line) * size <= room.width, line);
    }
  });

  it("cuts what cannot fit with an ellipsis and between whole letters", () => {
    const { lines } = setLines("👩‍👩‍👧".repeat(400), "en", room);
    assert.match(lines.at(-1) ?? "", /^(👩‍👩‍👧)+…$/u);
  });

  it("breaks Japanese between words and never before closing marks", () => {
    const { lines } = setLines("鏡の中の人は、いつも少しだけ遅れて笑う。「また明日」と言って。", "ja", room);
    assert.ok(lines.length > 1);
    for (const line of lines) assert.doesNotMatch(line, /^[、。」]|「$/u);
  });

  it("has no lines for an empty text", () => {
    assert.deepEqual(setLines("", "en", room).lines, []);
  });
});
