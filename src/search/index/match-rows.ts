import type { Range, WarningWish, WorkFilter } from "../work-filter.ts";
import { addAll, type Bitmap, keepCommon, takeOut } from "./bitmap.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";
import type { RowSet } from "./row-set.ts";
import type { NumberColumn } from "./sort-values.ts";

/** The rows a filter finds for an audience, until the next question. Ids nobody knows stand on no work. */
export function matchRows(index: FindingIndex, filter: WorkFilter, audience: Audience): Bitmap {
  const found = index.scratch.emptySet("found", index.rows);
  addAll(found, index.audiences[audience].bits);
  for (const tagId of filter.all) keepCommon(found, taggedRows(index, [tagId]));
  for (const group of filter.any) if (group.length > 0) keepCommon(found, taggedRows(index, group));
  if (filter.none.length > 0) takeOut(found, taggedRows(index, filter.none));
  for (const pseudId of filter.writers) keepCommon(found, writtenRows(index, [pseudId]));
  if (filter.notWriters.length > 0) takeOut(found, writtenRows(index, filter.notWriters));
  narrowByChoice(index, found, index.ratings, filter.ratings, filter.notRatings);
  narrowByChoice(index, found, index.categories, filter.categories, filter.notCategories);
  narrowByChoice(index, found, index.languages, filter.languages, filter.notLanguages);
  for (const wish of filter.warnings) narrowByWarning(index, found, wish);
  if (filter.complete === true) keepCommon(found, index.complete.bits);
  if (filter.complete === false) takeOut(found, index.complete.bits);
  if (filter.crossovers === "only") keepCommon(found, index.crossovers.bits);
  if (filter.crossovers === "out") takeOut(found, index.crossovers.bits);
  if (filter.onlyPairing) keepCommon(found, index.onePairing.bits);
  narrowByRange(found, index.words, filter.words);
  narrowByRange(found, index.chapters, filter.chapters);
  narrowByRange(found, index.posted, filter.posted);
  narrowByRange(found, index.updated, filter.updated);
  return found;
}

function taggedRows(index: FindingIndex, tagIds: readonly string[]): Bitmap {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  for (const id of tagIds) {
    const tag = index.tags.meanings.table.placeOf(id);
    if (tag >= 0) index.tags.addTo(rows, tag);
  }
  return rows;
}

function writtenRows(index: FindingIndex, pseudIds: readonly string[]): Bitmap {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  for (const id of pseudIds) {
    const writer = index.writers.placeOf(id);
    if (writer >= 0) index.writerRows.addTo(rows, writer);
  }
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
    for (const id of wanted) addAll(rows, sets.get(id)?.bits ?? new Uint32Array(0));
    keepCommon(found, rows);
  }
  for (const id of unwanted) takeOut(found, sets.get(id)?.bits ?? new Uint32Array(0));
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

/** Looks at the column of every row still found, 32 at a time. */
function narrowByRange(found: Bitmap, column: NumberColumn, { least, most }: Range): void {
  if (least === null && most === null) return;
  const from = least ?? Number.NEGATIVE_INFINITY;
  const to = most ?? Number.POSITIVE_INFINITY;
  const { values } = column;
  for (let word = 0; word < found.length; word++) {
    let bits = found[word] ?? 0;
    let kept = bits;
    while (bits !== 0) {
      const bit = bits & -bits;
      const value = values[(word << 5) + 31 - Math.clz32(bit)] ?? 0;
      if (value < from || value > to) kept ^= bit;
      bits ^= bit;
    }
    found[word] = kept;
  }
}
