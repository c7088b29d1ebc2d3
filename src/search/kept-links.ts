import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { urls } from "../vocabulary/urls.ts";
import { listSavedFilters } from "./saved/saved-filters.ts";

/** A person's filters as links, by name, for pages that lead to them; none for a visitor. */
export async function keptLinks(reader: Reader, person: Person): Promise<{ name: string; href: string }[]> {
  const saved = await listSavedFilters(reader, person);
  return saved.map(({ name, query }) => ({ name, href: urls.works(query) }));
}
