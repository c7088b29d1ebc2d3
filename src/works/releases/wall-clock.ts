import { dayLength } from "../../vocabulary/days.ts";

/** What a clock on a wall and a calendar beside it show: no moment yet, before somebody says where they hang. */
export type WallClock = { year: number; month: number; day: number; hour: number; minute: number };

/** Ahead of UTC at most, and behind it at most, of any zone at any time, in ms; with room to spare. */
const furthestAhead = 16 * 3_600_000;
const furthestBehind = 17 * 3_600_000;
/** No zone keeps an offset for less than this. */
const step = 3_600_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a zone shows at a moment (ms, UTC). */
export function wallClockAt(at: number, timeZone: string): WallClock {
  const { year, month, day, hour, minute } = partsAt(at, timeZone);
  return { year, month, day, hour, minute };
}

/**
 * The moments (ms, UTC) at which the clock of a zone shows this, earliest first: one, as a rule; two, when clocks are put
 * back over it; none, when they are put forward over it.
 *
 * Found by what `Intl` knows of zones alone. A moment is the clock's time less the zone's offset then; all offsets that
 * hold within the span where the moment can lie are tried, and those that lead back to the same clock are right.
 *
 * @param timeZone an IANA name
 */
export function momentsOf(clock: WallClock, timeZone: string): number[] {
  const shown = inUtc(clock);
  return [...offsetsAround(shown, timeZone)]
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(at, timeZone) === shown)
    .sort((one, other) => one - other);
}

/** How a clock's time became one moment: "twice" took the first of two, "never" went on by as much as the clocks did. */
export type Settled = { at: number; shows: "once" | "twice" | "never" };

/**
 * One moment for a clock's time, where nobody can be asked: the first of two; of a time that never comes, as much after
 * the clocks were put forward as it would have been (RFC 5545, section 3.3.5).
 */
export function settleMoment(clock: WallClock, timeZone: string): Settled {
  const [first, second] = momentsOf(clock, timeZone);
  if (first !== undefined) return { at: first, shows: second === undefined ? "once" : "twice" };
  return { at: inUtc(clock) - jumpAt(clock, timeZone).before, shows: "never" };
}

/** For a clock's time that never comes: what the clocks show before they are put forward, and after. */
export function clocksAroundJump(clock: WallClock, timeZone: string): { from: WallClock; to: WallClock } {
  const { at, before, after } = jumpAt(clock, timeZone);
  return { from: fromUtc(at + before), to: fromUtc(at + after) };
}

/** The day so many days later, whatever the clocks do. */
export function daysLater(clock: WallClock, days: number): WallClock {
  return fromUtc(inUtc(clock) + days * dayLength);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(clock: WallClock): number {
  return new Date(inUtc(clock)).getUTCDay();
}

/** "2026-11-27", as a field for a date sends and takes it. */
export function dateText({ year, month, day }: WallClock): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** "18:05", as a field for a time sends and takes it. */
export function timeText({ hour, minute }: Pick<WallClock, "hour" | "minute">): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** A day of the calendar from "2026-11-27"; null for what is none, such as the 30th of February. */
export function readDate(typed: string): Pick<WallClock, "year" | "month" | "day"> | null {
  const [, ...parts] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? [];
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const read = { year, month, day, hour: 0, minute: 0 };
  return year > 0 && dateText(fromUtc(inUtc(read))) === dateText(read) ? { year, month, day } : null;
}

/** A time of the day from "18:05", as some browsers type it with seconds; null for what is none. */
export function readTime(typed: string): Pick<WallClock, "hour" | "minute"> | null {
  const [, ...parts] = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/.exec(typed.trim()) ?? [];
  const [hour = 24, minute = 60] = parts.map(Number);
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** When the clocks were put forward over a time, and the offsets before and after. */
function jumpAt(clock: WallClock, timeZone: string): { at: number; before: number; after: number } {
  const shown = inUtc(clock);
  let [low, high] = [shown - furthestAhead, shown + furthestBehind];
  // The clock goes past the time between the two, without showing it: the jump is where it does.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle, timeZone) < shown) low = middle;
    else high = middle;
  }
  return { at: high, before: offsetAt(low, timeZone), after: offsetAt(high, timeZone) };
}

function offsetsAround(shown: number, timeZone: string): Set<number> {
  const offsets = new Set<number>();
  for (let at = shown - furthestAhead; at <= shown + furthestBehind; at += step)
    offsets.add(offsetAt(at, timeZone));
  return offsets;
}

/** How far the zone's clock is ahead of UTC, in ms; negative when it is behind. */
function offsetAt(at: number, timeZone: string): number {
  const second = Math.floor(at / 1_000) * 1_000;
  const parts = partsAt(second, timeZone);
  return inUtc(parts) + parts.second * 1_000 - second;
}

function partsAt(at: number, timeZone: string): WallClock & { second: number } {
  const values: Record<string, number> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(at)) values[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = values;
  return { year, month, day, hour, minute, second };
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

function inUtc({ year, month, day, hour, minute }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function fromUtc(at: number): WallClock {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
