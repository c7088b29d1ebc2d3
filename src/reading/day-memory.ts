import { dayOf } from "../vocabulary/days.ts";
import { newNumbering } from "./day-number.ts";

/** Remembers until midnight (UTC) who did what, as numbers of which nobody can tell afterwards what they were. */
export type DayMemory = {
  has(words: string): boolean;
  add(words: string): void;
  /** Whether no more is remembered today. */
  isFull(): boolean;
  forget(): void;
};

/**
 * An empty memory. Salt and numbers are thrown away when the day ends; 53 bits tell a million of them apart with a chance
 * of one in 10^4 that any two are the same.
 *
 * @param most numbers remembered at once, about 50 bytes each
 */
export function openDayMemory(clock: () => number, most: number): DayMemory {
  let numberOf = newNumbering();
  let today = dayOf(clock());
  const seen = new Set<number>();
  const forget = () => {
    seen.clear();
    numberOf = newNumbering();
  };
  const turnPage = () => {
    const now = dayOf(clock());
    if (now !== today) forget();
    today = now;
  };
  return {
    has(words) {
      turnPage();
      return seen.has(numberOf(words));
    },
    add(words) {
      turnPage();
      seen.add(numberOf(words));
    },
    isFull() {
      turnPage();
      return seen.size >= most;
    },
    forget,
  };
}
