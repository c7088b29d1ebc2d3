import { accountIdOf } from "../people/person.ts";
import { findPseud } from "../people/pseuds.ts";
import { nameUuid } from "../plumbing/feeds/name-uuid.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { urls } from "../vocabulary/urls.ts";
import { hiddenFrom } from "../works/hidden-from.ts";
import { findSeries } from "../works/series.ts";
import { listWorks } from "../works/work-lists.ts";
import type { CatalogueFeed, NavigationEntry } from "./catalogue.ts";
import { notYet } from "./catalogue-sources.ts";
import type { Door } from "./door.ts";
import {
  type Asked,
  bookOf,
  feed,
  navigation,
  pageAsked,
  paged,
  pageOfWorks,
  perPage,
  publicationsOf,
  worksFeed,
} from "./feed-frame.ts";
import { listCatalogueSeries } from "./list-series.ts";
import { listCatalogueWriters } from "./list-writers.ts";
import { publicationOf } from "./publication-of.tsx";
import { newOnShelf, sentToDevice, shelf, shelves } from "./shelf-feeds.ts";

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
      case "series":
        return everySeries(door, asked);
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
      way("series", "navigation", t("Series"), t("Stories that belong together, the last changed first.")),
    ],
  });
}

async function everySeries(door: Door, asked: Asked): Promise<CatalogueFeed | typeof notYet> {
  const { t } = door.page;
  const page = pageAsked(asked);
  const { series, isLast } = await listCatalogueSeries(door.reader, door.person, { page, perPage });
  const left = await leftByRules(door, "series", series);
  if (left === notYet) return notYet;
  const entries = left.map(({ id, name }) => navigation(door, `series/${id}`, "acquisition", name, "", null));
  return paged(door, "series", t("Series"), page, isLast, { kind: "navigation", entries });
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
  const left = await leftByRules(door, "writer", names);
  if (left === notYet) return notYet;
  const entries = left.map(({ id, name }) =>
    navigation(door, `writers/${id}`, "acquisition", name, "", null),
  );
  return paged(door, "writers", t("Writers"), page, isLast, { kind: "navigation", entries });
}

/** Those by whom, or in which, the person's own rules leave anything in lists; a visitor has none. */
async function leftByRules(
  { person, page, sources }: Door,
  part: "writer" | "series",
  names: { id: string; name: string }[],
): Promise<{ id: string; name: string }[] | typeof notYet> {
  if (person.kind === "visitor") return names;
  const left: { id: string; name: string }[] = [];
  for (const each of names) {
    const query = `${part}=${each.id}`;
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
