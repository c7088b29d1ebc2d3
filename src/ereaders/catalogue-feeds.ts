import { accountIdOf } from "../people/person.ts";
import { findPseud } from "../people/pseuds.ts";
import { nameUuid } from "../plumbing/feeds/name-uuid.ts";
import { dayOf, startOfDay } from "../vocabulary/days.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { urls } from "../vocabulary/urls.ts";
import { hiddenFrom } from "../works/hidden-from.ts";
import { findSeries } from "../works/series.ts";
import { fillCards } from "../works/work-cards.ts";
import { listWorks } from "../works/work-lists.ts";
import type { CatalogueFeed, NavigationEntry, Publication } from "./catalogue.ts";
import { notYet } from "./catalogue-sources.ts";
import type { Door } from "./door.ts";
import { listCatalogueWriters } from "./list-writers.ts";
import { newChapters } from "./new-chapters.ts";
import { publicationOf } from "./publication-of.tsx";
import { listSentShelves } from "./sent-shelves.ts";

/** What an address inside the catalogue asks for, in parts. */
export type Asked = { parts: readonly string[]; query: URLSearchParams };

const perPage = 50;
/** How many may be asked for with one address, by page: far above the largest shelf. */
const mostPages = 10_000;

/** @returns null when there is no such feed for them; `notYet` while the archive is still reading its shelves */
export async function catalogueFeed(door: Door, asked: Asked): Promise<CatalogueFeed | typeof notYet | null> {
  const [first, id, more] = asked.parts;
  if (asked.parts.length > 3) return null;
  if (first === undefined) return root(door);
  const { t } = door.page;
  if (id === undefined)
    switch (first) {
      case "newest":
        return found(door, asked, t("Newest"), "", "");
      case "search":
        return found(door, asked, t("Search"), "", (asked.query.get("query") ?? "").slice(0, 500));
      case "fandoms":
        return fandoms(door, asked);
      case "writers":
        return writers(door, asked);
      case "shelves":
        return shelves(door);
      case "filters":
        return filters(door);
      default:
        return null;
    }
  if (!looksLikeId(id)) return null;
  if (first === "shelves" && more === "new") return newOnShelf(door, id);
  if (more !== undefined) return null;
  switch (first) {
    case "shelves":
      return shelf(door, asked, id);
    case "series":
      return series(door, asked, id);
    case "writers":
      return writer(door, asked, id);
    case "fandoms":
      return fandom(door, asked, id);
    case "filters":
      return filter(door, asked, id);
    default:
      return null;
  }
}

/** The publication a work is, for whoever may see it in lists. */
export async function publicationsOf(door: Door, ids: string[]): Promise<Publication[]> {
  const cards = await fillCards(door.reader, door.person, ids);
  return cards.map((card) => publicationOf(door, card));
}

async function root(door: Door): Promise<CatalogueFeed> {
  const { t } = door.page;
  const isOwn = door.deviceId !== null;
  const sent = await sentToDevice(door);
  const way = (path: string, kind: NavigationEntry["kind"], title: string, about: string) =>
    navigation(door, path, kind, title, about, null);
  return feed(door, "", door.page.archiveName, {
    kind: "navigation",
    entries: [
      ...sent,
      ...(isOwn
        ? [
            way("shelves", "navigation", t("My shelves"), t("Everything you put on shelves of your own.")),
            way("filters", "navigation", t("My filters"), t("What your saved filters find now.")),
          ]
        : []),
      way("newest", "acquisition", t("Newest"), t("The stories that changed last.")),
      way("fandoms", "navigation", t("Fandoms"), t("Every fandom by name.")),
      way("writers", "navigation", t("Writers"), t("Everybody who writes here.")),
    ],
  });
}

/** The shelves that were sent to this device, each with what is new on it. */
async function sentToDevice(door: Door): Promise<NavigationEntry[]> {
  if (door.deviceId === null) return [];
  const { t } = door.page;
  const entries: NavigationEntry[] = [];
  for (const id of await listSentShelves(door.reader, door.deviceId)) {
    const found = await door.sources.findShelf(door.person, id);
    if (!found) continue;
    const fresh = await newChapters(door.reader, door.deviceId, found.workIds);
    const title = t("{name}: new since last time", { name: found.name });
    const about = t("{count, plural, =0 {nothing new} one {# story} other {# stories}}", {
      count: fresh.size,
    });
    entries.push(navigation(door, `shelves/${id}/new`, "acquisition", title, about, fresh.size));
  }
  return entries;
}

async function shelves(door: Door): Promise<CatalogueFeed | null> {
  if (door.deviceId === null) return null;
  const { t } = door.page;
  const own = await door.sources.listShelves(door.person);
  const entries = own.map(({ id, name, works }) =>
    navigation(
      door,
      `shelves/${id}`,
      "acquisition",
      name,
      t("{count, plural, one {# work} other {# works}}", { count: works }),
      works,
    ),
  );
  return feed(door, "shelves", t("My shelves"), { kind: "navigation", entries });
}

async function shelf(door: Door, asked: Asked, id: string): Promise<CatalogueFeed | null> {
  const found = await door.sources.findShelf(door.person, id);
  if (!found) return null;
  const path = `shelves/${id}`;
  const made = await pageOfWorks(door, asked, path, found.name, found.workIds);
  if (pageAsked(asked) > 1 || found.workIds.length === 0 || made.content.kind === "navigation") return made;
  const { t } = door.page;
  const books = [
    bookOf(
      door,
      urls.shelf(id),
      `${path}/book.epub`,
      t("{name}, as one book", { name: found.name }),
      found.updatedAt,
    ),
  ];
  if (door.deviceId !== null) books.push(...(await newBook(door, id, found)));
  return {
    ...made,
    content: { kind: "acquisition", publications: [...books, ...made.content.publications] },
  };
}

/** What is new on a shelf for this device: one book of it, and the works it is from. */
async function newOnShelf(door: Door, id: string): Promise<CatalogueFeed | null> {
  if (door.deviceId === null) return null;
  const found = await door.sources.findShelf(door.person, id);
  if (!found) return null;
  const title = door.page.t("{name}: new since last time", { name: found.name });
  return feed(door, `shelves/${id}/new`, title, {
    kind: "acquisition",
    publications: await newBook(door, id, found),
  });
}

async function newBook(
  door: Door,
  id: string,
  { name, workIds }: { name: string; workIds: string[] },
): Promise<Publication[]> {
  const { t } = door.page;
  const fresh = await newChapters(door.reader, door.deviceId ?? "", workIds);
  if (fresh.size === 0) return [];
  const chapters = [...fresh.values()].reduce((sum, { size }) => sum + size, 0);
  const book = bookOf(
    door,
    urls.shelf(id),
    `shelves/${id}/new.epub`,
    t("{name}: new since last time", { name }),
    Date.now(),
  );
  const said = t(
    "{chapters, plural, one {# chapter} other {# chapters}} of {works, plural, one {# story} other {# stories}} that this device has not fetched.",
    { chapters, works: fresh.size },
  );
  return [{ ...book, summaryText: said }];
}

/** Several works as one publication. @param shown where people see them @param path of the file in the catalogue */
function bookOf(door: Door, shown: string, path: string, title: string, updated: number): Publication {
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

async function series(door: Door, asked: Asked, id: string): Promise<CatalogueFeed | null> {
  const found = await findSeries(door.reader, door.person, id);
  if (!found || found.parts.length === 0) return null;
  const ids = found.parts.map(({ workId }) => workId);
  const { reader, person } = door;
  const quiet = await hiddenFrom(reader, accountIdOf(person), ids);
  const shown = ids.filter((each) => !quiet.has(each));
  const made = await pageOfWorks(door, asked, `series/${id}`, found.title, shown);
  if (pageAsked(asked) > 1 || made.content.kind === "navigation") return made;
  const title = door.page.t("{name}, as one book", { name: found.title });
  const book = bookOf(door, urls.series(id), `series/${id}/book.epub`, title, made.updated);
  return { ...made, content: { kind: "acquisition", publications: [book, ...made.content.publications] } };
}

async function writer(door: Door, asked: Asked, id: string): Promise<CatalogueFeed | null> {
  const pseud = await findPseud(door.reader, id);
  if (!pseud) return null;
  const page = pageAsked(asked);
  const list = await listWorks(door.reader, door.person, { pseudId: id }, { page, perPage });
  const shown = page > list.pages ? [] : list.works.filter(({ hiding }) => hiding === null);
  return worksFeed(
    door,
    `writers/${id}`,
    pseud.name,
    shown.map((card) => publicationOf(door, card)),
    {
      total: list.count,
      page,
      isLast: page >= list.pages,
    },
  );
}

async function writers(door: Door, asked: Asked): Promise<CatalogueFeed | typeof notYet> {
  const { t } = door.page;
  const page = pageAsked(asked);
  const { writers: names, isLast } = await listCatalogueWriters(door.reader, door.person, { page, perPage });
  const left = await leftByRules(door, names);
  if (left === notYet) return notYet;
  const entries = left.map(({ id, name }) =>
    navigation(door, `writers/${id}`, "acquisition", name, "", null),
  );
  return paged(door, "writers", t("Writers"), page, isLast, { kind: "navigation", entries });
}

/** Those of whom the person's own rules leave anything in lists; a visitor has none. */
async function leftByRules(
  { person, page, sources }: Door,
  names: { id: string; name: string }[],
): Promise<{ id: string; name: string }[] | typeof notYet> {
  if (person.kind === "visitor") return names;
  const left: { id: string; name: string }[] = [];
  for (const each of names) {
    const query = `writer=${each.id}`;
    const works = await sources.find(person, {
      query,
      typed: "",
      locale: page.locale,
      from: "",
      perPage: 1,
    });
    if (works === notYet) return notYet;
    if (works.total > 0) left.push(each);
  }
  return left;
}

async function fandoms(door: Door, asked: Asked): Promise<CatalogueFeed | typeof notYet> {
  const { t, locale } = door.page;
  const page = pageAsked(asked);
  const list = await door.sources.listFandoms(door.person, { locale, page, perPage });
  if (list === notYet) return notYet;
  const entries = list.fandoms.map(({ id, name, count }) =>
    navigation(
      door,
      `fandoms/${id}`,
      "acquisition",
      name,
      t("{count, plural, one {# work} other {# works}}", { count }),
      count,
    ),
  );
  return paged(door, "fandoms", t("Fandoms"), page, list.isLast, { kind: "navigation", entries });
}

async function fandom(door: Door, asked: Asked, id: string): Promise<CatalogueFeed | typeof notYet | null> {
  const name = await door.sources.findFandom(door.person, id);
  return name === undefined ? null : found(door, asked, name, `with=${id}`, "");
}

async function filters(door: Door): Promise<CatalogueFeed | null> {
  if (door.deviceId === null) return null;
  const saved = await door.sources.listFilters(door.person);
  const entries = saved.map(({ id, name }) =>
    navigation(door, `filters/${id}`, "acquisition", name, "", null),
  );
  return feed(door, "filters", door.page.t("My filters"), { kind: "navigation", entries });
}

async function filter(door: Door, asked: Asked, id: string): Promise<CatalogueFeed | typeof notYet | null> {
  const saved = (await door.sources.listFilters(door.person)).find((one) => one.id === id);
  return saved ? found(door, asked, saved.name, saved.query, "") : null;
}

async function found(
  door: Door,
  asked: Asked,
  title: string,
  query: string,
  typed: string,
): Promise<CatalogueFeed | typeof notYet> {
  const { person, page, base } = door;
  const from = asked.query.get("from") ?? "";
  const list = await door.sources.find(person, { query, typed, locale: page.locale, from, perPage });
  if (list === notYet) return notYet;
  const path = asked.parts.join("/");
  const address = (more: Record<string, string>) => {
    const said = new URLSearchParams({ ...(typed === "" ? {} : { query: typed }), ...more }).toString();
    return `${base}/${path}${said === "" ? "" : `?${said}`}`;
  };
  const publications = await publicationsOf(door, list.ids);
  return {
    ...feed(door, path, title, { kind: "acquisition", publications }),
    id: nameUuid(`catalogue/${path}?${typed}`),
    self: address(from === "" ? {} : { from }),
    first: address({}),
    next: list.next === null ? null : address({ from: list.next }),
    total: list.total,
    perPage,
  };
}

/**
 * A page of works known from end to end.
 *
 * @param shown after the rules of whoever asks, where those hold; a catalogue folds nothing
 */
async function pageOfWorks(
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

function worksFeed(
  door: Door,
  path: string,
  title: string,
  publications: Publication[],
  { total, page, isLast }: { total: number; page: number; isLast: boolean },
): CatalogueFeed {
  const made = paged(door, path, title, page, isLast, { kind: "acquisition", publications });
  return { ...made, total, perPage };
}

function paged(
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

function feed(door: Door, path: string, title: string, content: CatalogueFeed["content"]): CatalogueFeed {
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

function navigation(
  door: Door,
  path: string,
  kind: NavigationEntry["kind"],
  title: string,
  about: string,
  count: number | null,
): NavigationEntry {
  return { id: nameUuid(`catalogue/${path}`), title, about, href: `${door.base}/${path}`, kind, count };
}

function pageAsked({ query }: Asked): number {
  const typed = query.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(typed) ? Math.min(Number(typed), mostPages) : 1;
}

/** The list something stands in, where there is one; series have none. */
function wayUp(base: string, path: string): string {
  const [list] = path.split("/");
  return path.includes("/") && list !== "series" ? `${base}/${list}` : base;
}
