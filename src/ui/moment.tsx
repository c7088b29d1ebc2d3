import { formatDate, formatZone } from "./formats.ts";
import type { Page } from "./page.ts";

/** "Friday, 27 November 2026 at 18:00, Central European Standard Time": a moment by the clock somebody chose. */
export function momentSentence({ t, locale }: Page, at: number, timeZone: string): string {
  return t("{moment}, {zone}", {
    moment: formatDate(at, locale, "full", timeZone),
    zone: formatZone(at, locale, timeZone),
  });
}

/** The same in the page, for machines too. `at` is in milliseconds, UTC. */
export function Moment({ page, at, timeZone }: { page: Page; at: number; timeZone: string }) {
  return <time datetime={new Date(at).toISOString()}>{momentSentence(page, at, timeZone)}</time>;
}
