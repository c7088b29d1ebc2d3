import type { Person } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import { fandomKind } from "../tags/tags.ts";
import type { FrontFandoms } from "../works/front-fandoms.ts";
import type { NameLists } from "./keep-name-lists.ts";
import { inOrderOfNames } from "./letters.ts";
import type { Finder } from "./open-finder.ts";
import { findVisibleTags } from "./visible-tags.ts";
import { whenBuilt } from "./when-built.ts";

/** Fandoms on the front page, those with most works; all of them are a click away. */
const mostShown = 24;

/** The fandoms for the front page; null while the archive is still reading its shelves. */
export async function findFrontFandoms(
  archive: { database: Database; finder: Finder; nameLists: NameLists },
  person: Person,
  locale: string,
): Promise<FrontFandoms | null> {
  const { database, finder, nameLists } = archive;
  const list = await whenBuilt(finder, nameLists.of(person, fandomKind, locale));
  if (list === null) return null;
  const largest = list.names.toSorted((one, other) => other.count - one.count).slice(0, mostShown);
  const visible = await findVisibleTags(
    database.reading,
    person,
    largest.map(({ id }) => id),
  );
  return {
    largest: inOrderOfNames(largest, locale).flatMap(({ id, count }) => {
      const tag = visible.get(id);
      return tag ? [{ id, name: tag.name, count }] : [];
    }),
    count: list.names.length,
    letters: list.letters.map(({ letter }) => letter),
  };
}
