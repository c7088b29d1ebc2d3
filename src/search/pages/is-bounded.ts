import type { DateRange, Range } from "../work-filter.ts";

/** Whether a range leaves anything out. */
export function isBounded(range: Range | DateRange): boolean {
  return range.least !== null || range.most !== null || ("lastDays" in range && range.lastDays !== null);
}
