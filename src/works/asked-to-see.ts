import type { Page } from "../ui/page.ts";
import type { Heeding } from "./reader-rules.ts";

/** Parts of the address of any list: what rules keep quiet is shown this once, or what was read is, or one folded work. */
export const quietParts = ["quiet", "show"] as const;

/** Which rules the address of a list asks to be heeded. */
export function heedingOf(query: URLSearchParams): Heeding {
  const asked = query.get("quiet");
  return asked === "off" ? "none" : asked === "read" ? "but-read" : "all";
}

/** The same of a page that is being made. */
export function heedingAskedFor(page: Page): Heeding {
  return heedingOf(queryOf(page));
}

/** Whether the address of a page asks for a list as if the reader had no rules. */
export function isAskedForAll(page: Page): boolean {
  return heedingAskedFor(page) === "none";
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

/** The address of this page with what was read among the rest. */
export function showRead(page: Page): string {
  return withPart(page, "quiet", "read");
}

/** The address of this page as the reader's rules make it. */
export function asRuled(page: Page): string {
  return withPart(page, null, "");
}

/** An address of another page of the same list, with as much of it shown as on this one. */
export function asShownHere(page: Page, address: string): string {
  const heeding = heedingAskedFor(page);
  if (heeding === "all") return address;
  return `${address}${address.includes("?") ? "&" : "?"}quiet=${heeding === "none" ? "off" : "read"}`;
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

function withPart(page: Page, part: (typeof quietParts)[number] | null, value: string): string {
  const { pathname } = addressOf(page);
  const query = queryOf(page);
  for (const known of quietParts) query.delete(known);
  if (part !== null) query.set(part, value);
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}

function queryOf(page: Page): URLSearchParams {
  return addressOf(page).searchParams;
}

/** `page.path` is a path of this archive, with what follows it. */
function addressOf(page: Page): URL {
  return new URL(page.path, "http://archive.invalid");
}
