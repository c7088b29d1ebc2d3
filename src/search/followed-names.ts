import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { listSavedFilters } from "./saved/saved-filters.ts";
import { findVisibleTags } from "./visible-tags.ts";

/** The names of these tags, as far as they are there for the member. */
export async function findTagNames(
  reader: Reader,
  member: Member,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const tags = await findVisibleTags(reader, member, [...ids]);
  return new Map([...tags].map(([id, { name }]) => [id, name]));
}

/** The names of the member's own filters. */
export async function findFilterNames(reader: Reader, member: Member): Promise<ReadonlyMap<string, string>> {
  const saved = await listSavedFilters(reader, member);
  return new Map(saved.map(({ id, name }) => [id, name]));
}
