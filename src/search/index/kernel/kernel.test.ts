import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Arena, type Words } from "../arena.ts";
import {
  addAll,
  addRow,
  type Bitmap,
  bitmapFor,
  countCommon,
  countListed,
  endOf,
  gatherCommon,
  keepCommon,
  rowsIn,
  takeOut,
} from "../bitmap.ts";
import { TermLists } from "../term-lists.ts";

const arena = new Arena();
const { kernel } = arena;
const room = 3_000;
/** A whole number below a limit. */
const below = (limit: number) => Math.floor(Math.random() * limit);

/** Some rows, from none to all of them. */
function someRows(): Set<number> {
  const share = Math.random() ** 2;
  return new Set(Array.from({ length: room }, (_, row) => row).filter(() => Math.random() < share));
}

function setOf(rows: ReadonlySet<number>): Bitmap {
  const set = bitmapFor(arena, room);
  for (const row of rows) addRow(set, row);
  return set;
}

function wordsOf(numbers: Iterable<number>): Words {
  const list = [...numbers];
  const words = arena.words(list.length);
  words.set(list);
  return words.subarray(0, list.length);
}

type Rows = ReadonlySet<number>;
const union = (one: Rows, other: Rows) => new Set([...one, ...other]);
const common = (one: Rows, other: Rows) => new Set([...one].filter((row) => other.has(row)));
const without = (one: Rows, other: Rows) => new Set([...one].filter((row) => !other.has(row)));
const ascending = (rows: Iterable<number>) => [...rows].sort((one, other) => one - other);
const rowsOf = (set: Bitmap) => [...rowsIn(set, arena.words(room))];

describe("the kernel beside plain JavaScript", () => {
  it("adds, keeps, takes out and counts as sets do", () => {
    for (let round = 0; round < 100; round++) {
      const [one, other] = [someRows(), someRows()];
      const after = (change: (set: Bitmap, by: Bitmap) => void) => {
        const set = setOf(one);
        change(set, setOf(other));
        return rowsOf(set);
      };
      assert.deepEqual(after(addAll), ascending(union(one, other)));
      assert.deepEqual(after(keepCommon), ascending(common(one, other)));
      assert.deepEqual(after(takeOut), ascending(without(one, other)));
      assert.equal(countCommon(setOf(one), setOf(other)), common(one, other).size);
    }
  });

  it("gathers what two sets share, and tells how much of it is new", () => {
    for (let round = 0; round < 100; round++) {
      const [into, one, other] = [someRows(), someRows(), someRows()];
      const shared = common(one, other);
      const [set, listed] = [setOf(into), setOf(into)];
      assert.equal(gatherCommon(set, setOf(one), setOf(other)), without(shared, into).size);
      assert.deepEqual(rowsOf(set), ascending(union(into, shared)));
      const list = wordsOf(other);
      const { words } = setOf(one);
      const count = kernel.gatherListed(
        list.byteOffset,
        endOf(list),
        words.byteOffset,
        listed.words.byteOffset,
        words.byteLength,
      );
      assert.equal(count, without(shared, into).size);
      assert.deepEqual(listed.words, set.words);
    }
  });

  it("lists no more rows than there is room for", () => {
    const set = setOf(new Set([0, 63, 64, 2_999]));
    assert.deepEqual([...rowsIn(set, arena.words(4).subarray(0, 3))], [0, 63, 64]);
  });

  it("counts the rows of a list that are in a set, also past its end, and gives up only when too few can be met", () => {
    for (let round = 0; round < 100; round++) {
      const rows = someRows();
      const list = wordsOf([...someRows(), room + 500, 4_000_000_000]);
      const set = setOf(rows);
      const { words } = set;
      const count = list.filter((row) => rows.has(row)).length;
      assert.equal(countListed(list, set), count);
      const least = below(room);
      const counted = kernel.countListedFrom(
        list.byteOffset,
        endOf(list),
        words.byteOffset,
        words.byteLength,
        least,
      );
      assert.ok(count >= least ? counted === count : counted < least, `${counted} of ${count}, ${least}`);
    }
  });

  it("counts the tags of rows by what they mean, once a row, without mentions and up to a limit", () => {
    const tags = 36_000;
    // Some few, of which some take one unit in lists and some two.
    const someTag = () => below(60) * 600;
    for (let round = 0; round < 100; round++) {
      const reaches = new Map<number, number[]>();
      for (let linked = 0; linked < 10; linked++) reaches.set(someTag(), [someTag(), someTag()]);
      const firstRow = below(50);
      const terms = Array.from({ length: 80 }, () =>
        Array.from({ length: below(9) }, () => (someTag() << 2) | below(3)),
      );
      const limit = Math.random() < 0.5 ? 2 ** 32 - 1 : someTag() << 2;
      const rows = ascending(new Set(Array.from({ length: below(90) }, () => firstRow + below(80))));
      const expected = new Array<number>(tags).fill(0);
      for (const row of rows) {
        const met = new Set<number>();
        for (const key of terms[row - firstRow] ?? []) {
          const tag = key >>> 2;
          if ((key & 3) === 2 || key >= limit) continue;
          const reach = reaches.get(tag);
          for (const meaning of reach ?? [tag]) {
            if (reach && met.has(meaning)) continue;
            if (reach) met.add(meaning);
            expected[meaning] = (expected[meaning] ?? 0) + 1;
          }
        }
      }
      const lists = new TermLists(arena, firstRow);
      for (const own of terms) lists.append(Uint32Array.from(own));
      const { starts, units } = lists.stretch;
      const laidAt = arena.words(tags);
      const laid = [0];
      for (const [tag, reach] of reaches) laidAt[tag] = laid.push(reach.length, ...reach) - 1 - reach.length;
      const [list, counts, met] = [wordsOf(rows), arena.words(tags), arena.words(tags)];
      const metCount = kernel.countTags(
        list.byteOffset,
        endOf(list),
        firstRow,
        starts.byteOffset,
        units.byteOffset,
        limit,
        laidAt.byteOffset,
        wordsOf(laid).byteOffset,
        counts.byteOffset,
        arena.words(tags).byteOffset,
        met.byteOffset,
        0,
      );
      assert.deepEqual([...counts.subarray(0, tags)], expected);
      assert.deepEqual(
        ascending(met.subarray(0, metCount)),
        expected.flatMap((count, tag) => (count > 0 ? [tag] : [])),
      );
    }
  });
});

describe("the arena", () => {
  it("hands out places that do not overlap, all zero, again and again, and keeps arrays whole while it grows", () => {
    const small = new Arena();
    const held: { words: Words; mark: number }[] = [];
    for (let round = 1; round < 2_000; round++) {
      const words = small.words(below(5_000));
      assert.ok(words.every((word) => word === 0));
      held.push({ words: words.fill(round), mark: round });
      if (round % 3 > 0) continue;
      for (const { words: given, mark } of held.splice(below(held.length), 2)) {
        assert.ok(given.every((word) => word === mark));
        small.giveBack(given);
      }
    }
    for (const { words, mark } of held) assert.ok(words.every((word) => word === mark));
  });
});
