import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { listedFor } from "./visible-works.ts";
import "./sql/works-tables.ts";

/** The ids of works listed for this person that makers of AI may take, the newest first. */
export async function listWorksForAi(reader: Reader, person: Person, most: number): Promise<string[]> {
  const rows = await reader
    .selectFrom("works")
    .select("id")
    .where("ai_crawlers", "=", 1)
    .where(listedFor(person))
    .orderBy("published_at", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
