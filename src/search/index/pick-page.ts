import type { Cursor, PageWish } from "../found.ts";
import type { TextMatches } from "../text-search.ts";
import type { WorkFilter } from "../work-filter.ts";
import { type Bitmap, hasRow, rowsIn } from "./bitmap.ts";
import type { FindingIndex, FoundRows, KeptOrder } from "./finding-index.ts";
import { numberOfId } from "./id-numbers.ts";
import { countNames } from "./indexed-work.ts";
import { pickByNumbers } from "./pick-by-numbers.ts";
import type { Picked, Picking } from "./picked.ts";
import { countsOf, type NumberedRows, randomNumbers, relevanceOf } from "./row-numbers.ts";
import type { Place, SortOrder } from "./sort-order.ts";

/** So few works are looked through one by one; more are met soon enough on the way through the kept order. */
const few = 2_000;

/** The page of the works found that is wanted. @param text what of the texts fits, for the order of relevance */
export function pickPage(
  index: FindingIndex,
  found: FoundRows,
  filter: Pick<WorkFilter, "sort" | "descending" | "seed">,
  text: TextMatches | null,
  { cursor, count }: PageWish,
): { ids: string[]; next: Cursor | null; previous: Cursor | null } {
  const pickFrom = pickerFor(index, found, filter, text);
  const start = cursor && typeof cursor.value === pickFrom.type ? placeOf(cursor) : null;
  const pick = (from: Place | null, backwards: boolean): Picked => {
    // Going back through a descending order is going up.
    const step = filter.descending === backwards ? 1 : -1;
    const met = pickFrom.pick({ start: from, step, count });
    return backwards ? { rows: met.rows.reverse(), before: met.after, after: met.before } : met;
  };
  const backwards = cursor?.side === "before";
  const wanted = pick(start, start !== null && backwards);
  // Nothing is left beyond the place: past the end is the last page, before the beginning the first.
  const picked = wanted.rows.length === 0 && start !== null ? pick(null, !backwards) : wanted;
  const cursorAt = (side: Cursor["side"], at: Picked["rows"][number] | undefined): Cursor | null =>
    at === undefined ? null : { side, value: at.value, id: index.works.idAt(at.row) };
  return {
    ids: picked.rows.map(({ row }) => index.works.idAt(row)),
    next: picked.after ? cursorAt("after", picked.rows.at(-1)) : null,
    previous: picked.before ? cursorAt("before", picked.rows[0]) : null,
  };
}

type Picker = { type: "number" | "string"; pick(picking: Picking): Picked };

/** Orders that are kept are walked through; others are numbers, made for the works found. */
function pickerFor(
  index: FindingIndex,
  found: FoundRows,
  { sort, seed }: Pick<WorkFilter, "sort" | "seed">,
  text: TextMatches | null,
): Picker {
  const byNumbers = (numbered: NumberedRows): Picker => ({
    type: "number",
    pick: (picking) => pickByNumbers(index, numbered, picking),
  });
  const counted = countNames.find((name) => name === sort);
  if (counted) return byNumbers(countsOf(index, found, counted));
  if (sort === "random") return byNumbers(randomNumbers(index, found, seed));
  if (sort === "relevance" && text) return byNumbers(relevanceOf(index, found, text));
  const order = index.orders[keptOrder(sort)];
  if (found.total > few)
    return { type: order.values.type, pick: (picking) => walk(order, found.set, picking) };
  const rows = rowsIn(found.set, index.scratch.rowList(found.total));
  return { type: order.values.type, pick: (picking) => lookThrough(order, rows, picking) };
}

/** Where no text is asked for, relevance means newest first. */
function keptOrder(sort: WorkFilter["sort"]): KeptOrder {
  return sort === "posted" || sort === "words" || sort === "title" || sort === "author" ? sort : "updated";
}

function placeOf(cursor: Cursor): Place | null {
  const id = numberOfId(cursor.id);
  return id === null ? null : { value: cursor.value, id };
}

/** From a place through the kept order, until the page is full. */
function walk(order: SortOrder, found: Bitmap, { start, step, count }: Picking): Picked {
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
  return { rows: valued(order, rows), before, after };
}

/** Looks at every row, keeping the nearest ones beyond the place. */
function lookThrough(order: SortOrder, found: Uint32Array, { start, step, count }: Picking): Picked {
  const nearest: number[] = [];
  let before = false;
  for (const row of found) {
    if (start !== null && order.compareWith(row, start) * step <= 0) {
      before = true;
      continue;
    }
    const last = nearest[count];
    if (last !== undefined && order.compare(row, last) * step >= 0) continue;
    let at = nearest.length;
    while (at > 0 && order.compare(row, nearest[at - 1] ?? 0) * step < 0) at--;
    nearest.splice(at, 0, row);
    if (nearest.length > count + 1) nearest.pop();
  }
  return { rows: valued(order, nearest.slice(0, count)), before, after: nearest.length > count };
}

function valued({ values }: SortOrder, rows: readonly number[]): Picked["rows"] {
  return rows.map((row) => ({ row, value: values.valueAt(row) }));
}
