import type { Words } from "./arena.ts";
import type { BestValues } from "./best-values.ts";
import type { Bitmap } from "./bitmap.ts";
import type { FindingIndex } from "./finding-index.ts";
import { tagKey } from "./tag-key.ts";

/** Which meanings count; null: all. */
export type Wanted = ReadonlySet<number> | null;

/** By kind of tag: what has fewer is known not to come in (least-counts.ts). A kind that is missing asks for one. */
export type LeastCounts = ReadonlyMap<string, number>;

const anyCount: LeastCounts = new Map();

/**
 * Counts by walking the tags of each work found: right for few works, whatever their tags.
 *
 * @param rows ascending
 * @param best by kind of tag; kinds that are missing are not counted
 */
export function countByWorks(
  index: FindingIndex,
  rows: Words,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
  least = anyCount,
): void {
  const limit = least.size === 0 ? everyKey : limitOfKeys(index, best, least);
  takeBest(index, walkTags(index, rows, limit), best, wanted, least);
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
  least = anyCount,
): void {
  const scratch = index.scratch.forGathering(index.rows);
  for (const [kindId, values] of best)
    for (const { meaning, most } of index.tags.ranking.mostFrequent(kindId)) {
      const enough = Math.max(values.least, least.get(kindId) ?? 1);
      if (most < enough) break;
      if (wanted && !wanted.has(meaning)) continue;
      const count = index.tags.countIn(found, meaning, scratch, enough);
      if (count >= enough) values.add(index.tags.meanings.table.idAt(meaning), count);
    }
}

/** Lets somebody look at how many of some rows each meaning is on, and forgets it again. */
export function withCountsOf<Answer>(
  index: FindingIndex,
  rows: Words,
  ask: (counts: Uint32Array) => Answer,
): Answer {
  const metCount = walkTags(index, rows, everyKey);
  const answer = ask(index.scratch.tagCounts(index.tags.meanings.size).counts);
  takeBest(index, metCount, new Map(), null, anyCount);
  return answer;
}

/** How many of the rows found one tag finds. */
export function countOfTag(index: FindingIndex, found: Bitmap, tagId: string): number {
  const tag = index.tags.meanings.table.placeOf(tagId);
  if (tag < 0) return 0;
  const { meanings } = index.tags;
  return index.tags.countIn(found, meanings.meaningOf(tag), index.scratch.forGathering(index.rows));
}

/** Above every key of a tag. */
const everyKey = 0xffffffff;

/**
 * From which key on no tag can matter, because none of those meanings can come in. Tags are numbered by frequency, and
 * the tags of a work lie in their order: the rare ones, which nearly all the time of counting would go into, are never
 * looked at.
 */
function limitOfKeys(
  { tags: { meanings, ranking } }: FindingIndex,
  best: ReadonlyMap<string, BestValues>,
  least: LeastCounts,
): number {
  let last = -1;
  for (const kindId of best.keys())
    for (const { meaning, most } of ranking.mostFrequent(kindId)) {
      if (most < (least.get(kindId) ?? 1)) break;
      if (meanings.isPlain(meaning)) last = Math.max(last, meaning);
      else for (const tag of meanings.gatheredBy(meaning)) last = Math.max(last, tag);
    }
  return tagKey(last + 1, "main");
}

/**
 * Counts into the scratch memory.
 *
 * @param limit the key from which on none is counted
 * @returns how many meanings were met
 */
function walkTags(
  { tags: { meanings, postings }, scratch }: FindingIndex,
  rows: Words,
  limit: number,
): number {
  const { counts, lastMetOn, met } = scratch.tagCounts(meanings.size);
  const { laidAt, laid } = meanings.reaches;
  let metCount = 0;
  let from = rows.byteOffset;
  for (const { firstRow, rows: count, starts, units } of postings.stretches) {
    const to = rows.byteOffset + 4 * countBelow(rows, firstRow + count);
    metCount = scratch.kernel.countTags(
      from,
      to,
      firstRow,
      starts.byteOffset,
      units.byteOffset,
      limit,
      laidAt.byteOffset,
      laid.byteOffset,
      counts.byteOffset,
      lastMetOn.byteOffset,
      met.byteOffset,
      metCount,
    );
    from = to;
  }
  return metCount;
}

/** How many rows of an ascending list come before a row. */
function countBelow(rows: Words, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes the best of what was counted and leaves the scratch memory empty. */
function takeBest(
  { tags: { meanings }, scratch }: FindingIndex,
  metCount: number,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
  least: LeastCounts,
): void {
  const { counts, lastMetOn, met } = scratch.tagCounts(meanings.size);
  const { kindNumbers } = meanings;
  const byKind: (BestValues | undefined)[] = [];
  for (const [kindId, values] of best) byKind[meanings.kindNumber(kindId)] = values;
  // By kind: what is not worth adding. Most tags are on a work or two, and leave here.
  const enough = new Float64Array(byKind.length).fill(Infinity);
  for (const [kindId, values] of best)
    enough[meanings.kindNumber(kindId)] = Math.max(values.least, least.get(kindId) ?? 1);
  for (let at = 0; at < metCount; at++) {
    const meaning = met[at] ?? 0;
    const count = counts[meaning] ?? 0;
    counts[meaning] = 0;
    lastMetOn[meaning] = 0;
    const kind = kindNumbers[meaning] ?? 0;
    if (count < (enough[kind] ?? Infinity)) continue;
    const values = byKind[kind];
    if (!values || (wanted && !wanted.has(meaning))) continue;
    values.add(meanings.table.idAt(meaning), count);
    enough[kind] = Math.max(values.least, enough[kind] ?? 1);
  }
}
