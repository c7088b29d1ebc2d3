import type { Pause } from "./pause.ts";

/** Sixteen bits of what rows are sorted by, for every row; 0 is the lowest place. */
export type Digits = (place: number) => Uint16Array;

/**
 * Sorts rows by a key of so many 16-bit digits, from the lowest to the highest. Stable: rows with the same
 * key keep their order. A million rows take some ten milliseconds a digit, with a pause after each.
 */
export async function radixSort(
  rows: Uint32Array<ArrayBuffer>,
  digits: number,
  digitsAt: Digits,
  pause: Pause,
): Promise<Uint32Array<ArrayBuffer>> {
  let from = rows;
  let to = new Uint32Array(rows.length);
  for (let place = 0; place < digits; place++) {
    const digitOf = digitsAt(place);
    await pause();
    const starts = new Uint32Array(65_537);
    for (const row of from) {
      const after = (digitOf[row] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let value = 0; value < 65_536; value++)
      starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
    for (const row of from) {
      const value = digitOf[row] ?? 0;
      const at = starts[value] ?? 0;
      starts[value] = at + 1;
      to[at] = row;
    }
    [from, to] = [to, from];
    await pause();
  }
  return from;
}
