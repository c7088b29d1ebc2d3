import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeSnippets } from "./make-snippets.ts";

describe("making snippets", () => {
  it("lets pages in while it reads a novel full of what was asked for", async () => {
    const text = "the lamp and the tide and the quay ".repeat(100);
    const passages = Array.from({ length: 400 }, (_, number) => ({
      number,
      chapterId: "0000000001",
      position: number * 800,
      text,
    }));
    let turns = 0;
    const count = () => {
      turns += 1;
      waiting = setImmediate(count);
    };
    let waiting = setImmediate(count);
    const snippets = await makeSnippets(passages, [{ words: ["the"], isPrefix: false }], 200);
    clearImmediate(waiting);
    assert.equal(snippets.length, 200);
    assert.ok(turns > 1, `${turns} turns`);
  });
});
