import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { listedFor } from "../works/visible-works.ts";

/**
 * The works among `ids` that stand in lists for this person now, in the same order. The index learns of another
 * process's changes within a second; what was hidden or taken away meanwhile must not be shown for even that long.
 */
export async function stillListed(reader: Reader, person: Person, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "in", ids)
    .where(listedFor(person))
    .execute();
  const listed = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => listed.has(id));
}
