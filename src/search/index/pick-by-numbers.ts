import type { FindingIndex } from "./finding-index.ts";
import type { Picked, Picking } from "./picked.ts";
import type { NumberedRows } from "./row-numbers.ts";

/**
 * Goes through rows with the numbers they are ordered by, ties by id, keeping the nearest beyond a place. Nearly every
 * row is left after one comparison of whole numbers.
 */
export function pickByNumbers(
  { works }: FindingIndex,
  { rows, numbers }: NumberedRows,
  { start, step, count }: Picking,
): Picked {
  /** Places in `rows`, the nearest first; one more than the page has, to know whether there are more. */
  const nearest: number[] = [];
  const idAt = (at: number) => works.numberAt(rows[at] ?? 0);
  const from = start === null ? Number.NEGATIVE_INFINITY : Number(start.value) * step;
  let limit = Number.POSITIVE_INFINITY;
  let before = false;
  for (let at = 0; at < rows.length; at++) {
    const number = (numbers[at] ?? 0) * step;
    if (number > limit) continue;
    if (number <= from && (number < from || (start !== null && (idAt(at) - start.id) * step <= 0))) {
      before = true;
      continue;
    }
    let place = nearest.length;
    for (; place > 0; place--) {
      const other = nearest[place - 1] ?? 0;
      const distance = number - (numbers[other] ?? 0) * step || (idAt(at) - idAt(other)) * step;
      if (distance > 0) break;
    }
    nearest.splice(place, 0, at);
    if (nearest.length > count + 1) nearest.pop();
    if (nearest.length > count) limit = (numbers[nearest[count] ?? 0] ?? 0) * step;
  }
  return {
    rows: nearest.slice(0, count).map((at) => ({ row: rows[at] ?? 0, value: numbers[at] ?? 0 })),
    before,
    after: nearest.length > count,
  };
}
