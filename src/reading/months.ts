const day = 86_400_000;

/** Months are numbered from January of the year 0, days from 1 January 1970; both are those of UTC. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The day a moment is in. */
export function dayOf(at: number): number {
  return Math.floor(at / day);
}

/** When a day began, in ms. */
export function startOfDay(number: number): number {
  return number * day;
}

/** When a month began, in ms. */
export function startOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

/** The month a day lies in. */
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
