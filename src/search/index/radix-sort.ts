import type { Pause } from "./pause.ts";

/** Sixteen bits of what a row is sorted by; 0 is the lowest place. */
export type Digit = (row: number, place: number) => number;

/**
 * Sorts rows by a key of so many 16-bit digits, from the lowest to the highest. Stable: rows with the same
 * key keep their order. A million rows take some ten milliseconds a digit, with a pause after each.
 */
export async function radixSort(
  rows: Uint32Array<ArrayBuffer>,
  digits: number,
  digitOf: Digit,
  pause: Pause,
): Promise<Uint32Array<ArrayBuffer>> {
  let from = rows;
  let to = new Uint32Array(rows.length);
  for (let place = 0; place < digits; place++) {
    const starts = new Uint32Array(65_537);
    for (const row of from) {
      const after = digitOf(row, place) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let value = 0; value < 65_536; value++)
      starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
    for (const row of from) {
      const value = digitOf(row, place);
      const at = starts[value] ?? 0;
      starts[value] = at + 1;
      to[at] = row;
    }
    [from, to] = [to, from];
    await pause();
  }
  return from;
}
