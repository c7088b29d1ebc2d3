import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { narrowedFrom } from "./narrowed-from.ts";
import type { SavedFilter } from "./saved-filter.ts";
import { filterAsking, listSavedFilters } from "./saved-filters.ts";

/** How a filter stands to what the person keeps: one of theirs, or made from one. */
export type KeptStanding = { own: SavedFilter | null; from: SavedFilter | null };

/** @param query as `queryOfFilter` writes it */
export async function keptStandingOf(reader: Reader, person: Person, query: string): Promise<KeptStanding> {
  const saved = await listSavedFilters(reader, person);
  return { own: filterAsking(saved, query), from: narrowedFrom(saved, query) };
}
