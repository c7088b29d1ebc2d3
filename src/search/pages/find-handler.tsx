import { randomInt } from "node:crypto";
import type { Person } from "../../people/person.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Assets } from "../../plumbing/http/assets.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { heedingOf, quietQuery } from "../../works/asked-to-see.ts";
import { findReadManner } from "../../works/read-works.ts";
import { fillCards } from "../../works/work-cards.ts";
import { withText } from "../change-filter.ts";
import { type FilterNames, namesOfFilter } from "../filter-names.ts";
import { canonicalFilter, queryOfFilter, readFilter } from "../filter-url.ts";
import type { Facet } from "../found.ts";
import { knownParts } from "../known-parts.ts";
import type { Finder } from "../open-finder.ts";
import { queryOfPlace, readPlace } from "../page-place.ts";
import { quoted } from "../query-language/mistake.ts";
import { type ResolvedQuery, resolveQuery } from "../query-language/resolve-query.ts";
import { keptStandingOf } from "../saved/kept-standing.ts";
import { stillListed } from "../still-listed.ts";
import type { TextSearch } from "../text-search.ts";
import { busyHeaders, tooBusy, unlessBusy } from "../unless-busy.ts";
import { usableText } from "../usable-text.ts";
import { whenBuilt } from "../when-built.ts";
import type { WorkFilter } from "../work-filter.ts";
import { BusyPage } from "./busy-page.tsx";
import { keepCountedSorts } from "./counted-sorts.ts";
import { FindPage } from "./find-page.tsx";
import { stillReading } from "./still-reading.tsx";

const nothingTyped = (filter: WorkFilter): ResolvedQuery => ({ filter, mistakes: [], others: [] });

/**
 * The works that match what the address asks for. What the form or the box sends is led on to the one short address
 * of the same filter, unless something in it was wrong: then the page says what, and keeps what was typed.
 */
export function showFound(archive: {
  database: Database;
  settings: SettingsKeeper;
  finder: Finder;
  textSearch: TextSearch;
  assets: Assets;
}): ArchiveHandler {
  const { database, settings, finder, textSearch } = archive;
  const script = archive.assets.addressOf("finding.js");
  const countedSorts = keepCountedSorts(database.reading);
  return async (context) => {
    const { person, page } = context.var;
    const query = new URL(context.req.url).searchParams;
    const asked = readFilter(query);
    const { place, problems: ofPlace } = readPlace(query);
    const problems = [...asked.problems, ...ofPlace];
    const reader = database.reading;
    const askedNames = await namesFor(reader, person, asked.filter);
    const { filter: known, leftOut } = knownParts(asked.filter, askedNames);
    const { text, unusable } = usableText(textSearch, known.text);
    const base = unusable.length > 0 ? withText(known, text) : known;
    const typed = typedIn(query);
    const resolved =
      typed === ""
        ? nothingTyped(base)
        : await resolveQuery(
            { reader, person, names: askedNames, locale: page.locale, textSearch, typed },
            base,
          );
    const filter = withSeed(canonicalFilter(resolved.filter), query);
    const isRight =
      problems.length + leftOut + unusable.length + resolved.mistakes.length + resolved.others.length === 0;
    const more = readMore(query);
    const address = [
      queryOfFilter(filter),
      place && queryOfPlace(place),
      more && queryOfMore(more),
      quietQuery(query),
    ]
      .filter(Boolean)
      .join("&");
    if (isRight && query.toString() !== new URLSearchParams(address).toString())
      return context.redirect(urls.works(address), 303);
    const { worksPerPage: count } = await settings.current();
    const boxed = isRight ? "" : typed;
    const answerBusy = async () =>
      context.html(
        <BusyPage
          page={page}
          filter={filter}
          names={await namesFor(reader, person, filter)}
          base={base}
          typed={boxed}
        />,
        503,
        busyHeaders,
      );
    const heeding = heedingOf(query);
    const wish = { cursor: place, count, heeding };
    const found = await unlessBusy(whenBuilt(finder, finder.find(filter, person, wish)));
    if (found === tooBusy) return answerBusy();
    if (found === null) return stillReading(context, finder);
    const facet = found.facets.find(({ kind }) => kind === more?.kind);
    const opened =
      more && facet ? await unlessBusy(finder.facetValues(filter, person, facet.kind, more.typed)) : null;
    if (opened === tooBusy) return answerBusy();
    const open = more && opened ? { typed: more.typed, facet: opened } : null;
    const ids = await stillListed(reader, person, found.ids);
    const [works, snippets, names] = await Promise.all([
      fillCards(reader, person, ids, heeding),
      filter.text === "" ? null : unlessBusy(textSearch.snippets(filter.text, ids)),
      namesFor(reader, person, filter, open ? [...found.facets, open.facet] : found.facets),
    ]);
    return context.html(
      <FindPage
        page={page}
        filter={filter}
        names={names}
        found={found}
        works={works}
        open={open}
        script={script}
        sorts={await countedSorts(person)}
        // The list holds without the places.
        snippets={snippets === tooBusy ? null : snippets}
        base={base}
        typed={boxed}
        mistakes={resolved.mistakes}
        others={resolved.others}
        problems={problems}
        leftOut={leftOut}
        unusable={unusable}
        kept={await keptStandingOf(reader, person, queryOfFilter(filter))}
        readManner={await findReadManner(reader, person)}
      />,
    );
  };
}

function namesFor(
  reader: Reader,
  person: Person,
  filter: WorkFilter,
  facets: readonly Facet[] = [],
): Promise<FilterNames> {
  const inFacets = facets
    .filter(({ kind }) => kind.startsWith("tag:"))
    .flatMap(({ values }) => values.map(({ id }) => id));
  return namesOfFilter(reader, person, filter, inFacets);
}

/** What was typed in the box; the form's fields for names say the same in its words. */
function typedIn(query: URLSearchParams): string {
  const named = (key: string, field: string) =>
    query
      .getAll(field)
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => `${key}:${quoted(name)}`);
  return [query.get("q")?.trim() ?? "", ...named("gift", "gift-to-name"), ...named("series", "series-name")]
    .filter((part) => part !== "")
    .join(" ");
}

/** Which facet is opened, and what was typed to find its further values. */
type More = { kind: string; typed: string };

/** Nobody types more than this of a name. */
const mostTyped = 100;

function readMore(query: URLSearchParams): More | null {
  const kind = query.get("more");
  return kind
    ? { kind: kind.slice(0, mostTyped), typed: (query.get("typed") ?? "").trim().slice(0, mostTyped) }
    : null;
}

function queryOfMore({ kind, typed }: More): string {
  return new URLSearchParams({ more: kind, ...(typed === "" ? {} : { typed }) }).toString();
}

/** A random order that was asked for without saying which one gets one by chance, which its address then keeps. */
function withSeed(filter: WorkFilter, query: URLSearchParams): WorkFilter {
  return filter.sort === "random" && !query.has("seed") ? { ...filter, seed: randomInt(1, 2 ** 32) } : filter;
}
