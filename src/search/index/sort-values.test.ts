import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pauseForPages } from "./pause.ts";
import { NumberColumn, type SortValues, TextValues } from "./sort-values.ts";
import { TextColumn } from "./text-column.ts";

/** More than are sorted by a few bytes in one go. */
const many = 120_000;
const rows = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const below = (limit: number) => Math.floor(Math.random() * limit);

/** Rows in order, ties as they stood, and each compared with the next. */
async function agrees(values: SortValues, order: (one: number, other: number) => number): Promise<void> {
  const sorted = await values.sort(rows(many), pauseForPages);
  assert.deepEqual(sorted, rows(many).sort(order));
  for (let at = 1; at < many; at++) assert.ok(values.compare(sorted[at - 1] ?? 0, sorted[at] ?? 0) <= 0);
}

describe("what rows are ordered by", () => {
  it("orders texts by their bytes, many that begin alike and many that are the same among them", async () => {
    const beginnings = ["", "a", "writer ", "writer of ", "the adventures of the ", "陰"];
    const texts = Array.from(
      { length: many },
      () => `${beginnings[below(beginnings.length)]}${below(3) === 0 ? "" : below(40_000).toString(36)}`,
    );
    const column = new TextColumn();
    for (const text of texts) column.append(text);
    const bytes = texts.map((text) => Buffer.from(text));
    const order = (one: number, other: number) =>
      Buffer.compare(bytes[one] ?? Buffer.alloc(0), bytes[other] ?? Buffer.alloc(0)) || one - other;
    const values = new TextValues(column);
    await agrees(values, order);
    const sorted = await values.sort(rows(many), pauseForPages);
    await column.share({ size: many, rowAt: (at) => sorted[at] ?? 0 }, pauseForPages);
    column.append("behind");
    assert.deepEqual(
      texts.map((_, row) => column.at(row)),
      texts,
    );
    assert.equal(column.at(many), "behind");
    assert.equal(column.compareWith(many, "behind"), 0);
    await agrees(values, order);
  });

  it("orders numbers of any size, and holds greater ones than came first", async () => {
    for (const limit of [50_000, 4_000_000_000, 2 ** 45]) {
      const numbers = Float64Array.from({ length: many }, () => below(limit));
      const column = new NumberColumn();
      for (let from = 0; from < many; from += many / 4)
        column.append(numbers.subarray(from, from + many / 4));
      column.set(7, limit * 2);
      numbers[7] = limit * 2;
      assert.deepEqual(
        Array.from(numbers, (_, row) => column.valueAt(row)),
        [...numbers],
      );
      await agrees(column, (one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0) || one - other);
    }
  });
});
