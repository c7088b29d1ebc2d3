import type { Reader } from "../../plumbing/database/reader-writer.ts";
import "../../tags/tags.ts";
import "../../works/works.ts";

/** Tags under tags, at most; a wrangler's circle ends here too. */
const deepest = 12;

/**
 * Every tag that somebody may follow to hear of a work: those on it but for mentions, what they are synonyms of, what they
 * stand under, and every other name of these.
 */
export async function tagsMeant(reader: Reader, workId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("work_tags")
    .innerJoin("tags", "tags.id", "work_tags.tag_id")
    .select(["tags.id", "tags.synonym_of as synonymOf"])
    .where("work_id", "=", workId)
    .where("weight", "!=", "mention")
    .execute();
  const meant = new Set(rows.flatMap(({ id, synonymOf }) => (synonymOf === null ? [id] : [id, synonymOf])));
  let newest = [...meant];
  for (let depth = 0; depth < deepest && newest.length > 0; depth++) {
    const parents = await reader
      .selectFrom("tag_parents")
      .select("parent_id as id")
      .where("tag_id", "in", newest)
      .execute();
    newest = [...new Set(parents.map(({ id }) => id))].filter((id) => !meant.has(id));
    for (const id of newest) meant.add(id);
  }
  if (meant.size === 0) return [];
  const otherNames = await reader
    .selectFrom("tags")
    .select("id")
    .where("synonym_of", "in", [...meant])
    .execute();
  return [...new Set([...meant, ...otherNames.map(({ id }) => id)])];
}
