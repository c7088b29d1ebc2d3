import type { Likeness } from "./likeness.ts";

/** How many letters may differ for two names to be taken for one, by their length. */
export function lettersAllowed(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one name of the other
 * (optimal string alignment); `most + 1` when it is more than `most`, which is found out quickly for most names.
 */
export function lettersBetween(one: Likeness, other: Likeness, most: number): number {
  const [a, b] = [one.letters, other.letters];
  if (Math.abs(a.length - b.length) > most || bitsIn(one.mask ^ other.mask) > 2 * most) return most + 1;
  let beforeLast = new Array<number>(b.length + 1).fill(0);
  let last = beforeLast.map((_, index) => index);
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
