const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/**
 * How much of a date to say: "22 November 2026", "22 Nov 2026", the day with its time, or with its weekday too; the month
 * alone, "November 2026" or "Nov 2026".
 */
export type DateLength = "long" | "short" | "withTime" | "full" | "month" | "shortMonth";

const lengths: Record<DateLength, Intl.DateTimeFormatOptions> = {
  long: { dateStyle: "long" },
  short: { dateStyle: "medium" },
  withTime: { dateStyle: "long", timeStyle: "short" },
  full: { dateStyle: "full", timeStyle: "short" },
  month: { year: "numeric", month: "long" },
  shortMonth: { year: "numeric", month: "short" },
};

/**
 * A date in words of the locale, absolute: "3 days ago" is wrong as soon as a page is kept.
 *
 * @param at milliseconds since the epoch, UTC
 * @param timeZone an IANA name; UTC where the reader's is not known
 */
export function formatDate(
  at: number,
  locale: string,
  length: DateLength = "long",
  timeZone = "UTC",
): string {
  const key = `${locale} ${length} ${timeZone}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...lengths[length], timeZone });
    dateFormats.set(key, format);
  }
  return format.format(at);
}

/** What the clock of a zone is called at a moment: "Central European Standard Time". */
export function formatZone(at: number, locale: string, timeZone: string): string {
  const key = `${locale} zone ${timeZone}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "long" });
    dateFormats.set(key, format);
  }
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** A whole or broken number with the locale's digits and separators: 12,345. */
export function formatNumber(value: number, locale: string): string {
  let format = numberFormats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    numberFormats.set(locale, format);
  }
  return format.format(value);
}
