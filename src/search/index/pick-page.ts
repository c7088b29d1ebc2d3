import type { Cursor, PageWish } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { type Bitmap, hasRow, rowsIn } from "./bitmap.ts";
import type { FindingIndex } from "./finding-index.ts";
import { highBits, lowBits, numberOfId } from "./id-numbers.ts";
import type { Place, SortOrder } from "./sort-order.ts";

/** So few works are looked through one by one; more are met soon enough on the way through the kept order. */
const few = 2_000;

/** How rows stand to one another and to a place, lowest first. */
type Ordering = Pick<SortOrder, "compare" | "compareWith"> & {
  type: "number" | "string";
  valueAt(row: number): number | string;
};

/** The rows of a page in the order wanted, and whether there are others before and after them. */
type Picked = { rows: number[]; before: boolean; after: boolean };

/** The page of the works found that is wanted. @param total how many were found */
export function pickPage(
  index: FindingIndex,
  found: Bitmap,
  total: number,
  filter: Pick<WorkFilter, "sort" | "descending" | "seed">,
  { cursor, count }: PageWish,
): { ids: string[]; next: Cursor | null; previous: Cursor | null } {
  const kept = filter.sort === "random" ? null : index.orders[filter.sort];
  const ordering = kept ? orderingOf(kept) : randomOrder(index, filter.seed);
  const start = cursor && typeof cursor.value === ordering.type ? placeOf(cursor) : null;
  const rows = kept && total > few ? null : rowsIn(found, index.scratch.rowList(total));
  const pick = (from: Place | null, backwards: boolean): Picked => {
    // Going back through a descending order is going up.
    const step = filter.descending === backwards ? 1 : -1;
    const met =
      kept && !rows
        ? walk(kept, found, from, step, count)
        : lookThrough(ordering, rows ?? rowsIn(found, index.scratch.rowList(total)), from, step, count);
    return backwards ? { rows: met.rows.reverse(), before: met.after, after: met.before } : met;
  };
  const backwards = cursor?.side === "before";
  const wanted = pick(start, start !== null && backwards);
  // Nothing is left beyond the place: past the end is the last page, before the beginning the first.
  const picked = wanted.rows.length === 0 && start !== null ? pick(null, !backwards) : wanted;
  const cursorAt = (side: Cursor["side"], row: number | undefined): Cursor | null =>
    row === undefined ? null : { side, value: ordering.valueAt(row), id: index.works.idAt(row) };
  return {
    ids: picked.rows.map((row) => index.works.idAt(row)),
    next: picked.after ? cursorAt("after", picked.rows.at(-1)) : null,
    previous: picked.before ? cursorAt("before", picked.rows[0]) : null,
  };
}

function placeOf(cursor: Cursor): Place | null {
  const id = numberOfId(cursor.id);
  return id === null ? null : { value: cursor.value, id };
}

function orderingOf(order: SortOrder): Ordering {
  return {
    type: order.values.type,
    valueAt: (row) => order.values.valueAt(row),
    compare: (one, other) => order.compare(one, other),
    compareWith: (row, place) => order.compareWith(row, place),
  };
}

/** From a place through the kept order, up (1) or down (−1), until the page is full. */
function walk(order: SortOrder, found: Bitmap, start: Place | null, step: 1 | -1, count: number): Picked {
  const first =
    start === null
      ? step === 1
        ? 0
        : order.size - 1
      : step === 1
        ? order.countBefore(start, true)
        : order.countBefore(start, false) - 1;
  const rows: number[] = [];
  let after = false;
  for (let at = first; at >= 0 && at < order.size; at += step) {
    const row = order.rowAt(at);
    if (!hasRow(found, row)) continue;
    if (rows.length === count) {
      after = true;
      break;
    }
    rows.push(row);
  }
  let before = false;
  for (let at = first - step; start !== null && !before && at >= 0 && at < order.size; at -= step)
    before = hasRow(found, order.rowAt(at));
  return { rows, before, after };
}

/** Looks at every row, keeping the nearest ones beyond the place. */
function lookThrough(
  ordering: Ordering,
  found: Uint32Array,
  start: Place | null,
  step: 1 | -1,
  count: number,
): Picked {
  const nearest: number[] = [];
  let before = false;
  for (const row of found) {
    if (start !== null && ordering.compareWith(row, start) * step <= 0) {
      before = true;
      continue;
    }
    const last = nearest[count];
    if (last !== undefined && ordering.compare(row, last) * step >= 0) continue;
    let at = nearest.length;
    while (at > 0 && ordering.compare(row, nearest[at - 1] ?? 0) * step < 0) at--;
    nearest.splice(at, 0, row);
    if (nearest.length > count + 1) nearest.pop();
  }
  return { rows: nearest.slice(0, count), before, after: nearest.length > count };
}

/** One order for each seed that depends on nothing but the works' ids: it stays put whatever comes and goes. */
function randomOrder({ works }: FindingIndex, seed: number): Ordering {
  const mixed = (id: number) => mix(mix(lowBits(id) ^ seed) ^ highBits(id));
  const valueAt = (row: number) => mixed(works.numberAt(row));
  return {
    type: "number",
    valueAt,
    compare: (one, other) => valueAt(one) - valueAt(other) || works.numberAt(one) - works.numberAt(other),
    compareWith: (row, place) => valueAt(row) - Number(place.value) || works.numberAt(row) - place.id,
  };
}

/** Spreads 32 bits over 32 bits, each input giving another output (the finaliser of MurmurHash3, public domain). */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
