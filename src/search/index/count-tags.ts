import type { BestValues } from "./best-values.ts";
import { type Bitmap, hasRow } from "./bitmap.ts";
import type { FindingIndex } from "./finding-index.ts";
import { mentionBits, weightBits } from "./tag-key.ts";

/** From so many works on it pays to find out first which tags are worth counting. */
const manyRows = 1_000;

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
  index.scratch.roomForTags(index.tags.meanings.size);
  if (rows.length < manyRows) {
    takeBest(index, walkTags(index, rows, null, 0), best, wanted);
    return;
  }
  const first = rows.length >>> 3;
  const met = walkTags(index, rows.subarray(0, first), null, 0);
  const enough = index.tags.ranking.tagsWith(leastSoFar(index, met, best, wanted));
  takeBest(index, walkTags(index, rows.subarray(first), enough, met), best, wanted);
}

/**
 * By kind's number: the least count that comes in, after some of the works. Counts only grow, so a tag that has not so
 * many rows in all can be left uncounted on the others; and looking up rare tags is nearly all that counting costs.
 */
function leastSoFar(
  { tags: { meanings }, scratch: { counts, met } }: FindingIndex,
  metCount: number,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
): (number | undefined)[] {
  const rooms: number[] = [];
  for (const [kindId, { room }] of best) rooms[meanings.kindNumber(kindId)] = room;
  const tops = rooms.map((): number[] => []);
  for (let at = 0; at < metCount; at++) {
    const meaning = met[at] ?? 0;
    const kind = meanings.kindNumbers[meaning] ?? 0;
    const top = tops[kind];
    const room = rooms[kind] ?? 0;
    const count = counts[meaning] ?? 0;
    if (!top || count <= (top[room - 1] ?? 0) || (wanted && !wanted.has(meaning))) continue;
    let place = top.length;
    while (place > 0 && (top[place - 1] ?? 0) < count) place--;
    top.splice(place, 0, count);
    if (top.length > room) top.pop();
  }
  return tops.map((top, kind) => top[(rooms[kind] ?? 0) - 1] ?? 1);
}

/** Lets somebody look at how many of some rows each meaning is on, and forgets it again. */
export function withCountsOf<Answer>(
  index: FindingIndex,
  rows: Uint32Array,
  ask: (counts: Uint32Array) => Answer,
): Answer {
  index.scratch.roomForTags(index.tags.meanings.size);
  const metCount = walkTags(index, rows, null, 0);
  const answer = ask(index.scratch.counts);
  takeBest(index, metCount, new Map(), null);
  return answer;
}

/**
 * Counts into the scratch memory.
 *
 * @param enough the tags to count; null: all
 * @param metBefore how many meanings were met on other rows
 * @returns how many meanings were met so far
 */
function walkTags(
  { tags: { meanings, postings }, scratch }: FindingIndex,
  rows: Uint32Array,
  enough: Bitmap | null,
  metBefore: number,
): number {
  // A work with two synonyms of one meaning counts once: `lastMetOn` has the row a meaning was last met on, plus one.
  const { counts, met, lastMetOn } = scratch;
  const { starts, terms } = postings;
  const { linked } = meanings;
  let metCount = metBefore;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let place = starts[row] ?? 0; place < end; place++) {
      const key = terms[place] ?? 0;
      if ((key & 3) === mentionBits) continue;
      const tag = key >>> weightBits;
      if (enough !== null && (((enough[tag >>> 5] ?? 0) >>> (tag & 31)) & 1) === 0) continue;
      if (linked[tag] === 0) {
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
  return metCount;
}

/** Takes the best of what was counted and leaves the scratch memory empty. */
function takeBest(
  { tags: { meanings }, scratch: { counts, met, lastMetOn } }: FindingIndex,
  metCount: number,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
): void {
  const { kindNumbers } = meanings;
  const byKind: (BestValues | undefined)[] = [];
  for (const [kindId, values] of best) byKind[meanings.kindNumber(kindId)] = values;
  // By kind: what is not worth adding. Most tags are on a work or two, and leave here.
  const least = Float64Array.from({ length: byKind.length }, (_, kind) => byKind[kind]?.least ?? Infinity);
  for (let at = 0; at < metCount; at++) {
    const meaning = met[at] ?? 0;
    const count = counts[meaning] ?? 0;
    counts[meaning] = 0;
    lastMetOn[meaning] = 0;
    const kind = kindNumbers[meaning] ?? 0;
    if (count < (least[kind] ?? Infinity)) continue;
    const values = byKind[kind];
    if (!values || (wanted && !wanted.has(meaning))) continue;
    values.add(meanings.table.idAt(meaning), count);
    least[kind] = values.least;
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
  const scratch = index.scratch.emptySet("gathering", index.rows);
  for (const [kindId, values] of best)
    for (const { meaning, most } of index.tags.ranking.mostFrequent(kindId)) {
      if (most < values.least) break;
      if (wanted && !wanted.has(meaning)) continue;
      const count = index.tags.countIn(found, meaning, scratch, values.least);
      if (count >= values.least) values.add(index.tags.meanings.table.idAt(meaning), count);
    }
}

/** How many of the rows found one tag finds. */
export function countOfTag(index: FindingIndex, found: Bitmap, tagId: string): number {
  const tag = index.tags.meanings.table.placeOf(tagId);
  if (tag < 0) return 0;
  const { meanings } = index.tags;
  return index.tags.countIn(found, meanings.meaningOf(tag), index.scratch.emptySet("gathering", index.rows));
}

/** How many of some rows are in a set. */
export function countAmong(rows: Uint32Array, set: Bitmap): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (hasRow(set, rows[at] ?? 0)) count++;
  return count;
}
