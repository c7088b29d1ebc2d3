import { startOfDay } from "../vocabulary/days.ts";

/** The month a moment (ms since 1970, UTC) lies in. Months are numbered from January of the year 0, UTC. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** When a month began, in ms since 1970, UTC. */
export function startOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

/** The month a day (vocabulary/days.ts) lies in. */
export function monthOfDay(number: number): number {
  return monthOf(startOfDay(number));
}

/** "2026-11", as ISO 8601 writes it: for files and machines. */
export function isoMonth(month: number): string {
  return new Date(startOfMonth(month)).toISOString().slice(0, 7);
}

/** The month that such a text names; null when it names none. */
export function readIsoMonth(text: string): number | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year === undefined ? null : Number(year) * 12 + Number(month) - 1;
}
