import { type DateLength, formatDate } from "./formats.ts";
import type { Page } from "./page.ts";

/**
 * A date in words, absolute, so that a kept or printed page stays true; by the reader's clock, where they said which it
 * is. `at` is in milliseconds, UTC.
 */
export function Day({ page, at, length }: { page: Page; at: number; length?: DateLength | undefined }) {
  const iso = new Date(at).toISOString();
  return (
    <time datetime={length === "withTime" || page.timeZone !== undefined ? iso : iso.slice(0, 10)}>
      {formatDate(at, page.locale, length, page.timeZone)}
    </time>
  );
}
