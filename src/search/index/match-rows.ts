import { dayLength } from "../../vocabulary/days.ts";
import type { TextMatches } from "../text-search.ts";
import type { DateRange, Range, WarningWish, WorkFilter } from "../work-filter.ts";
import { addAll, addRow, type Bitmap, deleteRow, keepCommon, takeOut } from "./bitmap.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";
import type { IdPostings } from "./id-postings.ts";
import type { RowSet } from "./row-set.ts";
import type { NumberColumn } from "./sort-values.ts";
import type { Bearing } from "./tag-rows.ts";

/** Differences of numbers up to here fit into 32 bits with a sign. */
const mostChapters = 2 ** 30;

/** When a question is asked (ms, UTC), and what the search inside texts found where the filter asks for text. */
export type Asked = { now: number; text: TextMatches | null };

/** Asked at this moment, and for no text. */
export function askedNow(): Asked {
  return { now: Date.now(), text: null };
}

/** The rows a filter finds for an audience, until the next question. Ids nobody knows stand on no work. */
export function matchRows(
  index: FindingIndex,
  filter: WorkFilter,
  audience: Audience,
  { now, text }: Asked = askedNow(),
): Bitmap {
  const found = index.scratch.emptySet("found", index.rows);
  addAll(found, index.audiences[audience].bits);
  if (filter.text !== "") keepCommon(found, rowsWithText(index, text));
  for (const tagId of filter.all) keepCommon(found, taggedRows(index, [tagId], "has"));
  for (const tagId of filter.main) keepCommon(found, taggedRows(index, [tagId], "main"));
  for (const tagId of filter.mentioned) keepCommon(found, taggedRows(index, [tagId], "mentions"));
  for (const group of filter.any) if (group.length > 0) keepCommon(found, taggedRows(index, group, "has"));
  if (filter.none.length > 0) takeOut(found, taggedRows(index, filter.none, "has"));
  if (filter.notMentioned.length > 0) takeOut(found, taggedRows(index, filter.notMentioned, "mentions"));
  for (const pseudId of filter.writers) keepCommon(found, rowsOf(index, index.writers, [pseudId]));
  if (filter.notWriters.length > 0) takeOut(found, rowsOf(index, index.writers, filter.notWriters));
  if (filter.giftsTo.length > 0) keepCommon(found, rowsOf(index, index.recipients, filter.giftsTo));
  if (filter.series.length > 0) keepCommon(found, rowsOf(index, index.series, filter.series));
  narrowByChoice(index, found, index.ratings, filter.ratings, filter.notRatings);
  narrowByChoice(index, found, index.categories, filter.categories, filter.notCategories);
  narrowByChoice(index, found, index.languages, filter.languages, filter.notLanguages);
  for (const wish of filter.warnings) narrowByWarning(index, found, wish);
  for (const trait of ["complete", "pictures", "audio"] as const) {
    if (filter[trait] === true) keepCommon(found, index[trait].bits);
    if (filter[trait] === false) takeOut(found, index[trait].bits);
  }
  if (filter.crossovers === "only") keepCommon(found, index.crossovers.bits);
  if (filter.crossovers === "out") takeOut(found, index.crossovers.bits);
  if (filter.onlyPairing) keepCommon(found, index.onePairing.bits);
  narrowByOrder(index, found, "words", filter.words);
  narrowByOrder(index, found, "posted", boundsOf(filter.posted, now));
  narrowByOrder(index, found, "updated", boundsOf(filter.updated, now));
  narrowByChapters(found, index.chapters, filter.chapters);
  return found;
}

/** "In the last two weeks" counts back from the moment of the question. */
function boundsOf({ least, most, lastDays }: DateRange, now: number): Range {
  return lastDays === null ? { least, most } : { least: now - lastDays * dayLength, most: null };
}

function rowsWithText(index: FindingIndex, text: TextMatches | null): Bitmap {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  for (const workId of text?.workIds ?? []) {
    const row = index.rowOf(workId);
    if (row >= 0) addRow(rows, row);
  }
  return rows;
}

function taggedRows(index: FindingIndex, tagIds: readonly string[], bearing: Bearing): Bitmap {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  for (const id of tagIds) {
    const tag = index.tags.meanings.table.placeOf(id);
    if (tag >= 0) index.tags.addTo(rows, tag, bearing);
  }
  return rows;
}

function rowsOf(index: FindingIndex, postings: IdPostings, ids: readonly string[]): Bitmap {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  for (const id of ids) postings.addTo(rows, id);
  return rows;
}

function narrowByChoice(
  index: FindingIndex,
  found: Bitmap,
  sets: ReadonlyMap<string, RowSet>,
  wanted: readonly string[],
  unwanted: readonly string[],
): void {
  if (wanted.length > 0) {
    const rows = index.scratch.emptySet("narrowing", index.rows);
    for (const id of wanted) addAll(rows, sets.get(id)?.bits ?? rows);
    keepCommon(found, rows);
  }
  for (const id of unwanted) {
    const set = sets.get(id);
    if (set) takeOut(found, set.bits);
  }
}

function narrowByWarning(index: FindingIndex, found: Bitmap, { id, answer, is }: WarningWish): void {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  const answers = index.warnings.get(id);
  if (answer !== "unsaid") addAll(rows, answers?.[answer].bits ?? rows);
  else if (answers) {
    addAll(rows, answers.yes.bits);
    addAll(rows, answers.no.bits);
  }
  // Who wants "unsaid" wants what neither answer has.
  if (is === (answer !== "unsaid")) keepCommon(found, rows);
  else takeOut(found, rows);
}

/**
 * The rows of a range lie side by side in the order kept of its values, and so do those outside: the fewer of the two
 * are touched.
 */
function narrowByOrder(
  index: FindingIndex,
  found: Bitmap,
  column: "words" | "posted" | "updated",
  range: Range,
): void {
  const { least, most } = range;
  if (least === null && most === null) return;
  const order = index.orders[column];
  const from = least === null ? 0 : order.countBefore({ value: least, id: 0 }, false);
  const to =
    most === null ? order.size : order.countBefore({ value: most, id: Number.POSITIVE_INFINITY }, true);
  if ((to - from) * 2 < order.size) {
    const rows = index.scratch.emptySet("narrowing", index.rows);
    for (let at = from; at < to; at++) addRow(rows, order.rowAt(at));
    keepCommon(found, rows);
  } else {
    for (let at = 0; at < from; at++) deleteRow(found, order.rowAt(at));
    for (let at = to; at < order.size; at++) deleteRow(found, order.rowAt(at));
  }
}

/**
 * Looks at the chapters of 32 rows at a time, without a branch: which of them passes cannot be guessed.
 *
 * Both differences of a number in the range are not negative: the sign bit says whether it passes.
 */
function narrowByChapters({ words }: Bitmap, { values }: NumberColumn, { least, most }: Range): void {
  if (least === null && most === null) return;
  const from = Math.min(Math.max(0, least ?? 0), mostChapters);
  const to = Math.max(-1, Math.min(most ?? mostChapters, mostChapters));
  for (let word = 0; word < words.length; word++) {
    const bits = words[word] ?? 0;
    if (bits === 0) continue;
    let outside = 0;
    for (let row = (word << 5) + 31; row >= word << 5; row--) {
      const chapters = values[row] ?? 0;
      outside = (outside << 1) | (((chapters - from) | (to - chapters)) >>> 31);
    }
    words[word] = bits & ~outside;
  }
}
