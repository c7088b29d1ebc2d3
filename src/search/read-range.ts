import { dayLength } from "../vocabulary/days.ts";
import type { DateRange, Range } from "./work-filter.ts";

/** No work, and no archive, has more of anything that is counted here. */
const mostOfAnything = 1_000_000_000;

const sizes: Record<string, number> = { "": 1, k: 1_000, m: 1_000_000 };

/**
 * A range of numbers as people type it: "5k..40k", "5,000-40,000", "5000..", ">5k", "<=40k", "10k+", "1200".
 * One that runs backwards is turned round.
 *
 * @returns null when it is none of these
 */
export function readNumberRange(typed: string): Range | null {
  const text = typed.replace(/\s/g, "").toLowerCase();
  const [, sign, bound = ""] = /^([<>]=?)(.+)$/.exec(text) ?? [];
  if (sign !== undefined) return oneSided(sign, readNumber(bound));
  if (text.endsWith("+")) return oneSided(">=", readNumber(text.slice(0, -1)));
  const ends = text.split(/\.\.\.?|[-–—…]/u);
  if (ends.length > 2) return null;
  const [first = "", last = first] = ends;
  return between(orNothing(first, readNumber), orNothing(last, readNumber));
}

/** The range as `readNumberRange` reads it back: "5000..40000", "5000..", "1200"; "" when it bounds nothing. */
export function writeNumberRange({ least, most }: Range): string {
  if (least === null && most === null) return "";
  return least === most ? String(least) : `${least ?? ""}..${most ?? ""}`;
}

/**
 * A range of days as people type it, all in UTC: "2w" (the last two weeks; also d, m, y), "2026", "2026-03",
 * "2026-03-01", "2026-01..2026-03", "2025..", "..2025-12-31", ">2025". A moment ("2026-03-01T12:00:00.000Z")
 * is read to the millisecond, so that every range can be written. "<1m" is within the last month; ">1m" is longer
 * ago, up to the day that was a month before the one on which it is typed.
 *
 * @returns null when it is none of these
 */
export function readDateRange(typed: string, now: number = Date.now()): DateRange | null {
  const text = typed.trim().toUpperCase();
  const [, sign = "<", period = ""] = /^([<>]=?)?(.+)$/.exec(text) ?? [];
  const lastDays = readLastDays(period.trim());
  if (lastDays !== null)
    return sign.startsWith("<")
      ? { least: null, most: null, lastDays }
      : { least: null, most: Math.floor(now / dayLength - lastDays) * dayLength - 1, lastDays: null };
  const range = readDays(text);
  return range && { ...range, lastDays: null };
}

function readDays(text: string): Range | null {
  const [, sign, bound = ""] = /^([<>]=?)(.+)$/.exec(text) ?? [];
  if (sign !== undefined) return datesOnOneSide(sign, readPeriod(bound));
  const ends = text.split(/\.\.\.?|…/u);
  if (ends.length > 2) return null;
  const [first = "", last = first] = ends;
  const [one, other] = [orNothing(first, readPeriod), orNothing(last, readPeriod)];
  if (one === null || other === null || (one === "" && other === "")) return null;
  if (one !== "" && other !== "" && one.least > other.most) return { least: other.least, most: one.most };
  return { least: one === "" ? null : one.least, most: other === "" ? null : other.most };
}

/** The range as `readDateRange` reads it back, in whole days where its bounds are; "" when it bounds nothing. */
export function writeDateRange({ least, most, lastDays }: DateRange): string {
  if (lastDays !== null) return writeLastDays(lastDays);
  if (least === null && most === null) return "";
  const first = least === null ? "" : writeMoment(least, least);
  const last = most === null ? "" : writeMoment(most, most + 1);
  return first === last && first.length === 10 ? first : `${first}..${last}`;
}

function readNumber(text: string): number | null {
  const [, digits, unit = ""] = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)([km]?)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = Math.round(Number(digits.replaceAll(",", "")) * (sizes[unit] ?? 1));
  return value <= mostOfAnything ? value : null;
}

/** "" stands for an end left open. */
function orNothing<Read>(text: string, read: (text: string) => Read | null): Read | "" | null {
  return text === "" ? "" : read(text);
}

function between(one: number | "" | null, other: number | "" | null): Range | null {
  if (one === null || other === null || (one === "" && other === "")) return null;
  if (one === "" || other === "")
    return { least: one === "" ? null : one, most: other === "" ? null : other };
  return { least: Math.min(one, other), most: Math.max(one, other) };
}

function oneSided(sign: string, bound: number | null): Range | null {
  if (bound === null) return null;
  if (sign === ">") return { least: bound + 1, most: null };
  if (sign === ">=") return { least: bound, most: null };
  return { least: null, most: sign === "<" ? Math.max(0, bound - 1) : bound };
}

/** How many days a period typed with its unit has: a month is 30 days and a year 365, on whatever day it is asked. */
const daysOf = { Y: 365, M: 30, W: 7, D: 1 } as const;

/** A period of days in the largest unit that has it whole. */
export function wholeUnits(days: number): { unit: "year" | "month" | "week" | "day"; count: number } {
  if (days % daysOf.Y === 0) return { unit: "year", count: days / daysOf.Y };
  if (days % daysOf.M === 0) return { unit: "month", count: days / daysOf.M };
  return days % daysOf.W === 0 ? { unit: "week", count: days / daysOf.W } : { unit: "day", count: days };
}

/** Longer ago than this is always, in any archive. */
const mostDays = 100 * daysOf.Y;

function readLastDays(text: string): number | null {
  const [, count, unit] = /^(\d{1,5})\s?([DWMY])$/.exec(text) ?? [];
  if (unit !== "D" && unit !== "W" && unit !== "M" && unit !== "Y") return null;
  const days = Number(count) * daysOf[unit];
  return days >= 1 && days <= mostDays ? days : null;
}

function writeLastDays(days: number): string {
  const { unit, count } = wholeUnits(days);
  return `${count}${unit.charAt(0)}`;
}

type Period = { least: number; most: number };

/** A year, a month, a day or a moment. */
function readPeriod(text: string): Period | null {
  const [, year, month, date, time] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?)?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (time !== undefined) {
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? null : { least: moment, most: moment };
  }
  const start = utc(Number(year), Number(month ?? 1), Number(date ?? 1));
  // A day that the calendar lacks (31 February) has rolled over into another month.
  if (new Date(start).toISOString().slice(0, 10) !== `${year}-${month ?? "01"}-${date ?? "01"}`) return null;
  const next =
    date !== undefined
      ? start + dayLength
      : month !== undefined
        ? utc(Number(year), Number(month) + 1, 1)
        : utc(Number(year) + 1, 1, 1);
  return { least: start, most: next - 1 };
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date);
}

function datesOnOneSide(sign: string, period: Period | null): Range | null {
  if (period === null) return null;
  if (sign === ">") return { least: period.most + 1, most: null };
  if (sign === ">=") return { least: period.least, most: null };
  return { least: null, most: sign === "<" ? period.least - 1 : period.most };
}

/** `boundary` is the moment that is the beginning of a day when the bound falls between two days. */
function writeMoment(moment: number, boundary: number): string {
  const iso = new Date(moment).toISOString();
  return boundary % dayLength === 0 ? iso.slice(0, 10) : iso;
}
