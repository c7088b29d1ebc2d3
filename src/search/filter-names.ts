import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { listEveryTagKind } from "../tags/change-tag-kinds.ts";
import type { KindInUse, Tag } from "../tags/tags.ts";
import { listEveryChoice } from "../works/change-choice-list.ts";
import { findRecipients, findSeries, findWriters } from "./names-by-id.ts";
import { findVisibleTags } from "./visible-tags.ts";
import type { WorkFilter } from "./work-filter.ts";

/** A row of one of the owner's lists; `retired` ones are no longer offered and still found. */
export type NamedRow = { id: string; name: string; retired: boolean };

/** What the ids of a filter and of its facets are called, as far as the person may know. */
export type FilterNames = {
  /** In the owner's order, retired ones among them. */
  kinds: KindInUse[];
  ratings: NamedRow[];
  warnings: NamedRow[];
  categories: NamedRow[];
  tags: ReadonlyMap<string, Tag>;
  writers: ReadonlyMap<string, string>;
  /** Whom works are gifts to. */
  recipients: ReadonlyMap<string, string>;
  series: ReadonlyMap<string, string>;
};

/** Ids that names are wanted for. */
export type NamelessIds = { tags: string[]; writers: string[]; recipients: string[]; series: string[] };

/** The tag ids a filter speaks of. */
function tagIdsOf(filter: WorkFilter): string[] {
  const { all, main, mentioned, any, none, notMentioned } = filter;
  return [...new Set([...all, ...main, ...mentioned, ...any.flat(), ...none, ...notMentioned])];
}

/** Everything a filter speaks of that is known by id alone. */
export function idsOf(filter: WorkFilter): NamelessIds {
  return {
    tags: tagIdsOf(filter),
    writers: [...new Set([...filter.writers, ...filter.notWriters])],
    recipients: [...filter.giftsTo],
    series: [...filter.series],
  };
}

/** Looks the names of a filter up. @param moreTags tags that stand beside it on a page */
export function namesOfFilter(
  reader: Reader,
  person: Person,
  filter: WorkFilter,
  moreTags: readonly string[] = [],
): Promise<FilterNames> {
  const ids = idsOf(filter);
  return findFilterNames(reader, person, { ...ids, tags: [...new Set([...ids.tags, ...moreTags])] });
}

/**
 * Looks names up. What stands on no work this person finds in lists has no name for them, exactly like what never
 * was: tags that are not canonical, recipients, series. Tags are spelled as on a work they can see.
 */
export async function findFilterNames(
  reader: Reader,
  person: Person,
  ids: NamelessIds,
): Promise<FilterNames> {
  const [kinds, ratings, warnings, categories, tags, writers, recipients, series] = await Promise.all([
    listEveryTagKind(reader),
    listEveryChoice(reader, "ratings"),
    listEveryChoice(reader, "warnings"),
    listEveryChoice(reader, "categories"),
    findVisibleTags(reader, person, ids.tags),
    findWriters(reader, ids.writers),
    findRecipients(reader, person, ids.recipients),
    findSeries(reader, person, ids.series),
  ]);
  return { kinds, ratings, warnings, categories, tags, writers, recipients, series };
}
