import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { queryOfFilter, readFilter } from "./filter-url.ts";
import { filterNameShape } from "./saved/filter-name.ts";
import { FilterNameTaken, saveFilter, TooManyFilters } from "./saved/save-filter.ts";

/**
 * Keeps a filter that somebody had in another archive; its tags are named by their ids here already.
 *
 * @param most how many filters a member may keep
 * @param now ms since 1970, UTC
 * @returns false, and nothing is kept: it cannot be read here, there is no room, or the name stands for another
 */
export async function keepBroughtFilter(
  writer: Writer,
  member: Member,
  { name, query }: { name: string; query: string },
  most: number,
  now: number,
): Promise<boolean> {
  const named = filterNameShape((sentence) => sentence).safeParse(name);
  const { filter, problems } = readFilter(new URLSearchParams(query));
  if (!named.success || problems.length > 0) return false;
  try {
    await saveFilter(writer, member, { name: named.data, query: queryOfFilter(filter) }, most, now);
    return true;
  } catch (cause) {
    if (cause instanceof FilterNameTaken || cause instanceof TooManyFilters) return false;
    throw cause;
  }
}
