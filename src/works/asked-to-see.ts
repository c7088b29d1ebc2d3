import type { Page } from "../ui/page.ts";

/** Parts of the address of any list: everything that rules keep quiet is shown this once, or one folded work is. */
export const quietParts = ["quiet", "show"] as const;

/** Whether the address asks for a list as if the reader had no rules. */
export function asksForAll(query: URLSearchParams): boolean {
  return query.get("quiet") === "off";
}

/** The same of a page that is being made. */
export function isAskedForAll(page: Page): boolean {
  return asksForAll(queryOf(page));
}

/** Whether the address of a page asks for one thing that is folded on it. */
export function isAskedFor(page: Page, id: string): boolean {
  return isAskedForAll(page) || queryOf(page).get("show") === id;
}

/** The address of this page with one folded thing shown, a work unless the place of something else is given. */
export function showOnce(page: Page, id: string, anchor = quietId(id)): string {
  return `${withPart(page, "show", id)}#${anchor}`;
}

/** The address of this page as if the reader had no rules. */
export function showAll(page: Page): string {
  return withPart(page, "quiet", "off");
}

/** Where on its page a work is that was shown once. */
export function quietId(workId: string): string {
  return `work-${workId}`;
}

/** What an address says of this, for a page that knows one right address. */
export function quietQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const part of quietParts) {
    const value = query.get(part);
    if (value !== null) kept.set(part, value.slice(0, mostCharacters));
  }
  return kept.toString();
}

const mostCharacters = 20;

function withPart(page: Page, part: (typeof quietParts)[number], value: string): string {
  const { pathname } = addressOf(page);
  const query = queryOf(page);
  for (const known of quietParts) query.delete(known);
  query.set(part, value);
  return `${pathname}?${query}`;
}

function queryOf(page: Page): URLSearchParams {
  return addressOf(page).searchParams;
}

/** `page.path` is a path of this archive, with what follows it. */
function addressOf(page: Page): URL {
  return new URL(page.path, "http://archive.invalid");
}
