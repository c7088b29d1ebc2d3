/** The day a moment lies in, by the clock of a place, as a field for days has it: "2026-11-23". Nothing for no moment. */
export function typedDay(at: number | null, timeZone: string): string {
  if (at === null) return "";
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(at);
  const said = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${said("year").padStart(4, "0")}-${said("month")}-${said("day")}`;
}

/**
 * A moment of a day that was typed, so chosen that it lies in that day by the clock of the place; null: none was typed.
 *
 * @param now ms since 1970, UTC: nobody has read anything later
 * @returns "no day" for other words, and for days that have not come
 */
export function momentOfDay(typed: string, timeZone: string, now: number): number | null | "no day" {
  if (typed === "") return null;
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T12:00:00Z`) : Number.NaN;
  if (!(noon > 0) || new Date(noon).toISOString().slice(0, 10) !== typed) return "no day";
  if (typed === typedDay(now, timeZone)) return now;
  // Where the day begins most early or late, noon in Greenwich lies in the next or in the one before.
  const shown = typedDay(noon, timeZone);
  const moment = noon + (shown > typed ? -1 : shown < typed ? 1 : 0) * 43_200_000;
  return moment > now ? "no day" : moment;
}
