import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Compared } from "../../../../story-text/compare-stories.ts";
import { foldUnchanged } from "./fold-unchanged.ts";

const same: Compared = { kind: "block", html: "<p>…</p>" };
const came: Compared = { kind: "line", change: "added", frame: "p", frameBefore: null, pieces: [] };

/** "=" for what stayed, "+" for what came, a number for so many folded away. */
function folded(written: string): string {
  const items = [...written].map((sign) => (sign === "=" ? same : came));
  return foldUnchanged(items)
    .map((stretch) =>
      stretch.folded
        ? `${stretch.items.length}`
        : stretch.items.map((item) => (item === same ? "=" : "+")).join(""),
    )
    .join(" ");
}

describe("folding what did not change", () => {
  for (const [compared, shown] of [
    ["+", "+"],
    ["=", "="],
    ["==+==", "==+=="],
    ["====+====", "3 =+= 3"],
    ["+===+", "+===+"],
    ["+======+", "+= 4 =+"],
    ["+==========+==========", "+= 8 =+= 9"],
    ["", ""],
  ])
    it(`shows ${compared || "nothing"} as ${shown || "nothing"}`, () =>
      assert.equal(folded(compared ?? ""), shown));
});
