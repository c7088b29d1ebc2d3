import { z } from "zod";
import { dayLength } from "../vocabulary/days.ts";
import {
  dateText,
  daysLater,
  readDate,
  type Settled,
  settleMoment,
  type WallClock,
  wallClockAt,
  weekdayOf,
} from "./releases/wall-clock.ts";

const timeOfDay = { hour: z.int().min(0).max(23), minute: z.int().min(0).max(59) };

/** The most days between two chapters of a queue. */
export const mostDaysBetween = 366;

const rhythmShape = z.discriminatedUnion("kind", [
  /** On days of the week, 0 for Sunday. */
  z.object({ kind: z.literal("weekdays"), days: z.array(z.int().min(0).max(6)).min(1), ...timeOfDay }),
  /** Every so many days, counted from a day, "2026-11-27". */
  z.object({
    kind: z.literal("days"),
    every: z.int().min(1).max(mostDaysBetween),
    from: z.string().refine((from) => readDate(from) !== null),
    ...timeOfDay,
  }),
]);

/** When the chapters of a queue come out, one at each time, by the clock of some zone. */
export type Rhythm = z.infer<typeof rhythmShape>;

/** A rhythm as it is stored. */
export function writeRhythm(rhythm: Rhythm): string {
  return JSON.stringify(rhythm);
}

/** @throws when it is none: only `writeRhythm` writes them */
export function readRhythm(stored: string): Rhythm {
  return rhythmShape.parse(JSON.parse(stored));
}

/** The first time of a rhythm after a moment (ms, UTC), by the clock of the zone. */
export function nextTime(rhythm: Rhythm, timeZone: string, after: number): Settled {
  const today = wallClockAt(after, timeZone);
  // From the day before: where a calendar skips a day, the time of one day may come on the next.
  let day = firstDay(rhythm, daysLater(today, -1));
  for (;;) {
    const settled = settleMoment({ ...day, hour: rhythm.hour, minute: rhythm.minute }, timeZone);
    if (settled.at > after) return settled;
    day = firstDay(rhythm, daysLater(day, 1));
  }
}

/** The next so many times of a rhythm, beginning with one that is known. */
export function timesFrom(rhythm: Rhythm, timeZone: string, first: number, count: number): Settled[] {
  const times: Settled[] = [];
  let after = first - 1;
  while (times.length < count) {
    const next = nextTime(rhythm, timeZone, after);
    times.push(next);
    after = next.at;
  }
  return times;
}

/** The first day of a rhythm that is not before a day. */
function firstDay(rhythm: Rhythm, from: WallClock): WallClock {
  if (rhythm.kind === "days") return firstCounted(rhythm, from);
  for (let ahead = 0; ahead < 7; ahead++) {
    const day = daysLater(from, ahead);
    if (rhythm.days.includes(weekdayOf(day))) return day;
  }
  throw new Error("a rhythm of weekdays has one");
}

function firstCounted(rhythm: Rhythm & { kind: "days" }, from: WallClock): WallClock {
  const begin = readDate(rhythm.from);
  if (!begin) throw new Error("a rhythm counts from a day");
  const start = { ...begin, hour: 0, minute: 0 };
  const between = Math.ceil((dayNumber(from) - dayNumber(start)) / rhythm.every);
  return daysLater(start, Math.max(0, between) * rhythm.every);
}

function dayNumber(day: WallClock): number {
  return Date.parse(dateText(day)) / dayLength;
}
