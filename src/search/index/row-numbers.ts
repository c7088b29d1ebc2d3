import type { TextMatches } from "../text-search.ts";
import { hasRow, rowsIn } from "./bitmap.ts";
import type { FindingIndex, FoundRows } from "./finding-index.ts";
import type { CountName } from "./indexed-work.ts";

/** The rows found, and beside each the number it is ordered by. */
export type NumberedRows = { rows: Uint32Array; numbers: Uint32Array };

/** What thanks and readings of the works found came to. */
export function countsOf(index: FindingIndex, { set, total }: FoundRows, name: CountName): NumberedRows {
  const rows = rowsIn(set, index.scratch.rowList(total));
  const numbers = index.scratch.numberList(total);
  const { values } = index.counts[name];
  for (let at = 0; at < total; at++) numbers[at] = values[rows[at] ?? 0] ?? 0;
  return { rows, numbers };
}

/** One order for each seed that depends on nothing but the works' ids: it stays put whatever comes and goes. */
export function randomNumbers(index: FindingIndex, { set, total }: FoundRows, seed: number): NumberedRows {
  const rows = rowsIn(set, index.scratch.rowList(total));
  const numbers = index.scratch.numberList(total);
  const { highs, lows } = index.works.halves;
  for (let at = 0; at < total; at++) {
    const row = rows[at] ?? 0;
    numbers[at] = mix(mix((lows[row] ?? 0) ^ seed) ^ (highs[row] ?? 0));
  }
  return { rows, numbers };
}

/** How well the texts of the works found fit. */
export function relevanceOf(index: FindingIndex, { set, total }: FoundRows, text: TextMatches): NumberedRows {
  const rows = index.scratch.rowList(total);
  const numbers = index.scratch.numberList(total);
  // The bits of numbers that are not negative order as the numbers do (IEEE 754), and a place in an address is whole.
  const bits = new Uint32Array(Float32Array.from(text.scores).buffer);
  let at = 0;
  for (const [match, workId] of text.workIds.entries()) {
    const row = index.rowOf(workId);
    if (row < 0 || !hasRow(set, row)) continue;
    rows[at] = row;
    numbers[at++] = bits[match] ?? 0;
  }
  return { rows: rows.subarray(0, at), numbers };
}

/** Spreads 32 bits over 32 bits, each input giving another output (the finaliser of MurmurHash3, public domain). */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
