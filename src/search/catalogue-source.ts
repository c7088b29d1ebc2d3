import type { Person } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import { fandomKind } from "../tags/tags.ts";
import { findFilterNames, idsOf } from "./filter-names.ts";
import type { NameLists } from "./keep-name-lists.ts";
import { inOrderOfNames } from "./letters.ts";
import type { Finder } from "./open-finder.ts";
import { queryOfPlace, readPlace } from "./page-place.ts";
import { resolveQuery } from "./query-language/resolve-query.ts";
import { listSavedFilters } from "./saved/saved-filters.ts";
import { tellQuery } from "./saved/tell-saved.ts";
import { stillListed } from "./still-listed.ts";
import type { TextSearch } from "./text-search.ts";
import { tooBusy, unlessBusy } from "./unless-busy.ts";
import { usableText } from "./usable-text.ts";
import { findVisibleTags } from "./visible-tags.ts";
import { whenBuilt } from "./when-built.ts";
import { everyWork } from "./work-filter.ts";

type Parts = { database: Database; finder: Finder; textSearch: TextSearch; nameLists: NameLists };

/** A page of what a catalogue shows; null: not yet, the index is being built or too busy. */
type CataloguePage = { ids: string[]; total: number; next: string | null } | null;

/** Finds works for a catalogue, by a filter's address and by words as readers type them; what means nothing finds all. */
export async function findForCatalogue(
  { database, finder, textSearch }: Parts,
  person: Person,
  wish: { query: string; typed: string; locale: string; from: string; perPage: number },
): Promise<CataloguePage> {
  const reader = database.reading;
  const { known } = await tellQuery(reader, person, wish.query);
  const { typed, locale } = wish;
  const ids = idsOf(known);
  const names = await findFilterNames(reader, person, ids);
  const { filter: resolved, others } =
    typed.trim() === ""
      ? { filter: known, others: [] }
      : await resolveQuery({ reader, person, names, locale, textSearch, typed }, known);
  const { text } = usableText(textSearch, resolved.text);
  const { place } = readPlace(new URLSearchParams(wish.from));
  const found = await unlessBusy(
    whenBuilt(
      finder,
      finder.find({ ...everyWork, ...resolved, text }, person, {
        cursor: place,
        count: wish.perPage,
        facets: false,
        folded: false,
      }),
    ),
  );
  if (found === null || found === tooBusy) return null;
  // Whoever types into an e-reader mostly means a title: works called so come first.
  const titled = place === null ? others.flatMap(({ names: { works } }) => works.map(({ id }) => id)) : [];
  const shown = await stillListed(reader, person, [...new Set([...titled, ...found.ids])]);
  return {
    ids: shown,
    total: Math.max(found.total, shown.length),
    next: found.next === null ? null : queryOfPlace(found.next),
  };
}

/** Fandoms by name, a page at a time; null while the index is being built. */
export async function fandomsForCatalogue(
  { database, finder, nameLists }: Parts,
  person: Person,
  { locale, page, perPage }: { locale: string; page: number; perPage: number },
): Promise<{ fandoms: { id: string; name: string; count: number }[]; isLast: boolean } | null> {
  const list = await whenBuilt(finder, nameLists.of(person, fandomKind, locale));
  if (list === null) return null;
  const shown = inOrderOfNames(list.names, locale).slice((page - 1) * perPage, page * perPage);
  const visible = await findVisibleTags(
    database.reading,
    person,
    shown.map(({ id }) => id),
  );
  return {
    fandoms: shown.flatMap(({ id, count }) => {
      const tag = visible.get(id);
      return tag ? [{ id, name: tag.name, count }] : [];
    }),
    isLast: page * perPage >= list.names.length,
  };
}

/** What a fandom is called, if this person meets it. */
export async function fandomForCatalogue(
  { database }: Parts,
  person: Person,
  tagId: string,
): Promise<string | undefined> {
  const tag = (await findVisibleTags(database.reading, person, [tagId])).get(tagId);
  return tag?.kindId === fandomKind ? tag.name : undefined;
}

/** A person's own filters, to be asked anew. */
export async function filtersForCatalogue(
  { database }: Parts,
  person: Person,
): Promise<{ id: string; name: string; query: string }[]> {
  return (await listSavedFilters(database.reading, person)).map(({ id, name, query }) => ({
    id,
    name,
    query,
  }));
}
