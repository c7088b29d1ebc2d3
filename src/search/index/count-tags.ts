import type { BestValues } from "./best-values.ts";
import { type Bitmap, bitmapFor, hasRow } from "./bitmap.ts";
import type { FindingIndex } from "./finding-index.ts";

/** Which meanings count; null: all. */
export type Wanted = ReadonlySet<number> | null;

/**
 * Counts by walking the tags of each work found: right for few works, whatever their tags.
 *
 * @param best by kind of tag; kinds that are missing are not counted
 */
export function countByWorks(
  index: FindingIndex,
  rows: Uint32Array,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
): void {
  const { meanings, postings } = index.tags;
  const counts = new Uint32Array(meanings.size);
  const met = new Uint32Array(meanings.size);
  let metCount = 0;
  /** By meaning: the row it was last met on, plus one; a work with two of its synonyms counts once. */
  const lastMetOn = new Uint32Array(meanings.size);
  const { starts, terms } = postings;
  const { plain } = meanings;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let place = starts[row] ?? 0; place < end; place++) {
      const tag = terms[place] ?? 0;
      if (plain[tag] === 1) {
        const before = counts[tag] ?? 0;
        if (before === 0) met[metCount++] = tag;
        counts[tag] = before + 1;
        continue;
      }
      for (const meaning of meanings.reachOf(tag)) {
        if (lastMetOn[meaning] === row + 1) continue;
        lastMetOn[meaning] = row + 1;
        const before = counts[meaning] ?? 0;
        if (before === 0) met[metCount++] = meaning;
        counts[meaning] = before + 1;
      }
    }
  }
  for (let at = 0; at < metCount; at++) {
    const meaning = met[at] ?? 0;
    const values = best.get(meanings.kindOf(meaning));
    const count = counts[meaning] ?? 0;
    if (!values || count < values.least || (wanted && !wanted.has(meaning))) continue;
    values.add(meanings.table.idAt(meaning), count);
  }
}

/**
 * Counts by laying each tag's rows over the works found, the most frequent tags first, until no other can come
 * in: right for many works, where that is soon.
 */
export function countByTags(
  index: FindingIndex,
  found: Bitmap,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
): void {
  const scratch = index.emptySet();
  for (const [kindId, values] of best)
    for (const { meaning, most } of index.tags.mostFrequent(kindId)) {
      if (most < values.least) break;
      if (wanted && !wanted.has(meaning)) continue;
      values.add(index.tags.meanings.table.idAt(meaning), index.tags.countIn(found, meaning, scratch));
    }
}

/** How many of the rows found one tag finds. */
export function countOfTag(index: FindingIndex, found: Bitmap, tagId: string): number {
  const tag = index.tags.meanings.table.placeOf(tagId);
  if (tag < 0) return 0;
  const { meanings } = index.tags;
  return index.tags.countIn(found, meanings.meaningOf(tag), bitmapFor(index.rows));
}

/** How many of some rows are in a set. */
export function countAmong(rows: Uint32Array, set: Bitmap): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (hasRow(set, rows[at] ?? 0)) count++;
  return count;
}
