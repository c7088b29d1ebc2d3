import { type DateLength, formatDate } from "./formats.ts";
import type { Page } from "./page.ts";

/** A date in words, absolute, so that a kept or printed page stays true. `at` is in milliseconds, UTC. */
export function Day({ page, at, length }: { page: Page; at: number; length?: DateLength | undefined }) {
  const iso = new Date(at).toISOString();
  return (
    <time datetime={length === "withTime" ? iso : iso.slice(0, 10)}>
      {formatDate(at, page.locale, length)}
    </time>
  );
}
