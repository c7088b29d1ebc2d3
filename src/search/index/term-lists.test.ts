import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Arena } from "./arena.ts";
import { TermLists, unitsOf } from "./term-lists.ts";

const terms = [0, 1, 0xbfff, 0xc000, 0xc001, 0xffff, 0x10000, 0x12345, 2 ** 30 - 1];

describe("the lists of terms", () => {
  it("give back what stands on each row in order, whatever is beside it", () => {
    const rows = [[], terms, [...terms].reverse(), [], [0xc000], [5]].map((row) => Uint32Array.from(row));
    const exact = rows.flatMap((row) => [...row]).reduce((sum, term) => sum + unitsOf(term), 0);
    for (const lists of [new TermLists(new Arena(), 7), new TermLists(new Arena(), 7, rows.length, exact)]) {
      for (const row of rows) lists.append(row);
      assert.deepEqual(
        rows.map((_, at) => lists.on(7 + at)),
        rows.map((row) => [...row].sort((one, other) => one - other)),
      );
    }
  });

  it("take no more memory than was asked for, where that was right", () => {
    const arena = new Arena();
    const lists = new TermLists(arena, 0, 100_000, 400_000);
    const before = arena.bytes;
    for (let row = 0; row < 100_000; row++) lists.append(Uint32Array.of(1, 2, 0x10000));
    assert.equal(arena.bytes, before);
  });
});
