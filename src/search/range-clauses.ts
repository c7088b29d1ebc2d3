import { formatDate } from "../ui/formats.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { wholeUnits } from "./read-range.ts";
import type { Speaker } from "./speaker.ts";
import type { DateRange, Range, WorkFilter } from "./work-filter.ts";

/** How long the works are and when they came, a clause for each of these that is asked about. */
export function rangeClauses({ t, locale }: Speaker, filter: WorkFilter): (string | null)[] {
  const range = ({ least, most }: Range, between: string, atLeast: string, atMost: string) => {
    if (least === null && most === null) return null;
    if (least === null) return t(atMost, { most: most ?? 0 });
    return most === null ? t(atLeast, { least }) : t(between, { least, most, one: String(least === most) });
  };
  const days = (asked: DateRange, within: string, between: string, since: string, until: string) => {
    const { least, most, lastDays } = asked;
    if (lastDays !== null) return t(within, { days: lastDaysSaid(t, lastDays) });
    if (least === null && most === null) return null;
    const first = formatDate(least ?? 0, locale);
    const last = formatDate(most ?? 0, locale);
    if (least === null) return t(until, { last });
    return most === null
      ? t(since, { first })
      : t(between, { first, last, one: first === last ? "yes" : "no" });
  };
  return [
    range(
      filter.words,
      "{one, select, true {exactly {most, plural, one {# word} other {# words}}} other {{least, number} to {most, plural, one {# word} other {# words}}}}",
      "at least {least, plural, one {# word} other {# words}}",
      "at most {most, plural, one {# word} other {# words}}",
    ),
    range(
      filter.chapters,
      "{one, select, true {exactly {most, plural, one {# chapter} other {# chapters}}} other {{least, number} to {most, plural, one {# chapter} other {# chapters}}}}",
      "at least {least, plural, one {# chapter} other {# chapters}}",
      "at most {most, plural, one {# chapter} other {# chapters}}",
    ),
    days(
      filter.posted,
      "posted in {days}",
      "{one, select, yes {posted on {first}} other {posted from {first} to {last}}}",
      "posted since {first}",
      "posted until {last}",
    ),
    days(
      filter.updated,
      "updated in {days}",
      "{one, select, yes {updated on {first}} other {updated from {first} to {last}}}",
      "updated since {first}",
      "updated until {last}",
    ),
  ];
}

/** "the last 2 weeks", in the largest unit that fits. */
export function lastDaysSaid(t: Translate, days: number): string {
  const { unit, count } = wholeUnits(days);
  return t(
    "{unit, select, year {{count, plural, one {the last year} other {the last # years}}} month {{count, plural, one {the last month} other {the last # months}}} week {{count, plural, one {the last week} other {the last # weeks}}} other {{count, plural, one {the last day} other {the last # days}}}}",
    { unit, count },
  );
}
