import { nameUuid } from "../plumbing/feeds/name-uuid.ts";
import { dayOf, startOfDay } from "../vocabulary/days.ts";
import { fillCards } from "../works/work-cards.ts";
import type { CatalogueFeed, NavigationEntry, Publication } from "./catalogue.ts";
import type { Door } from "./door.ts";
import { publicationOf } from "./publication-of.tsx";

/** What an address inside the catalogue asks for, in parts. */
export type Asked = { parts: readonly string[]; query: URLSearchParams };

/** Works, or names, in one feed. */
export const perPage = 50;

/** The last page an address may ask for: far behind the end of the longest list anybody turns over. */
const mostPages = 10_000;

/** A page of works of a list whose length is known. */
export function worksFeed(
  door: Door,
  path: string,
  title: string,
  publications: Publication[],
  { total, page, isLast }: { total: number; page: number; isLast: boolean },
): CatalogueFeed {
  const made = paged(door, path, title, page, isLast, { kind: "acquisition", publications });
  return { ...made, total, perPage };
}

/** A page of a list by its number, with the ways to the first and the next. */
export function paged(
  door: Door,
  path: string,
  title: string,
  page: number,
  isLast: boolean,
  content: CatalogueFeed["content"],
): CatalogueFeed {
  const address = (number: number) => `${door.base}/${path}${number > 1 ? `?page=${number}` : ""}`;
  return {
    ...feed(door, path, title, content),
    self: address(page),
    first: address(1),
    next: isLast ? null : address(page + 1),
  };
}

/** A feed with all that every one says; those of a list add the ways on. */
export function feed(
  door: Door,
  path: string,
  title: string,
  content: CatalogueFeed["content"],
): CatalogueFeed {
  const { base, page } = door;
  const updated = content.kind === "acquisition" ? content.publications.map((one) => one.updated) : [];
  return {
    id: nameUuid(`catalogue/${path}`),
    title,
    updated: updated.length > 0 ? Math.max(...updated) : startOfToday(),
    language: page.locale,
    author: page.archiveName,
    self: path === "" ? base : `${base}/${path}`,
    start: base,
    up: path === "" ? null : wayUp(base, path),
    search: { description: `${base}/search.xml`, template: `${base}/search?query={query}` },
    first: null,
    next: null,
    total: null,
    perPage: null,
    content,
  };
}

/** When a list of names, or one with nothing on it, changed last: it is made anew each time, and is the same all day. */
function startOfToday(): number {
  return startOfDay(dayOf(Date.now()));
}

/** A way on to another feed. @param path inside the catalogue. @param count how much stands there; null: not said */
export function navigation(
  door: Door,
  path: string,
  kind: NavigationEntry["kind"],
  title: string,
  about: string,
  count: number | null,
): NavigationEntry {
  return { id: nameUuid(`catalogue/${path}`), title, about, href: `${door.base}/${path}`, kind, count };
}

/** The list something stands in. */
function wayUp(base: string, path: string): string {
  const [list] = path.split("/");
  return path.includes("/") ? `${base}/${list}` : base;
}

/** Which page of a list an address asks for, from 1. */
export function pageAsked({ query }: Asked): number {
  const typed = query.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(typed) ? Math.min(Number(typed), mostPages) : 1;
}

/**
 * A page of works known from end to end.
 *
 * @param shown after the rules of whoever asks, where those hold; a catalogue folds nothing
 */
export async function pageOfWorks(
  door: Door,
  asked: Asked,
  path: string,
  title: string,
  shown: string[],
): Promise<CatalogueFeed> {
  const page = pageAsked(asked);
  const publications = await publicationsOf(door, shown.slice((page - 1) * perPage, page * perPage));
  return worksFeed(door, path, title, publications, {
    total: shown.length,
    page,
    isLast: page * perPage >= shown.length,
  });
}

/** The publication a work is, for whoever may see it in lists. */
export async function publicationsOf(door: Door, ids: string[]): Promise<Publication[]> {
  const cards = await fillCards(door.reader, door.person, ids);
  return cards.map((card) => publicationOf(door, card));
}

/** Several works as one publication. @param shown where people see them @param path of the file in the catalogue */
export function bookOf(door: Door, shown: string, path: string, title: string, updated: number): Publication {
  return {
    id: nameUuid(`catalogue/${path}`),
    title,
    language: door.page.locale,
    updated,
    published: null,
    authors: [],
    subjects: [],
    series: [],
    summaryHtml: "",
    summaryText: "",
    self: `${door.base}/${path}`,
    page: door.address + shown,
    file: `${door.base}/${path}`,
    isOpen: door.deviceId === null,
    picture: door.picture,
  };
}
