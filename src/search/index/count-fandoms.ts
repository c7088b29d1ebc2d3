import { forEachRow } from "./bitmap.ts";
import type { FindingIndex } from "./finding-index.ts";
import { roomFor } from "./grow.ts";
import { fandomKindId } from "./indexed-work.ts";

type Counted = { counts: Uint8Array<ArrayBuffer>; rows: number; meant: number };

const kept = new WeakMap<FindingIndex, Counted>();

/**
 * In how many fandoms each row of a crossover is (255: as many or more), counted when it is first asked for and for rows that come
 * afterwards; anew when tags come to mean something else. What few ask for costs nobody else anything.
 */
export function fandomCounts(index: FindingIndex): Uint8Array<ArrayBuffer> {
  const known = kept.get(index);
  const holds = known?.meant === index.meant;
  const counts = roomFor(holds ? known.counts : new Uint8Array(0), index.rows);
  const from = holds ? known.rows : 0;
  forEachRow(index.crossovers.bits, (row) => {
    if (row >= from) counts[row] = Math.min(255, index.tags.countOfKind(row, fandomKindId));
  });
  kept.set(index, { counts, rows: index.rows, meant: index.meant });
  return counts;
}
