import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { IndexedTag } from "./tag-meanings.ts";
import "../../tags/tags.ts";

/** Tags behind an id, in the order of the ids. */
export async function readTagsBehind(reader: Reader, behind: string, most: number): Promise<IndexedTag[]> {
  const rows = await reader
    .selectFrom("tags")
    .where("id", ">", behind)
    .select("id")
    .orderBy("id")
    .limit(most)
    .execute();
  return readTags(
    reader,
    rows.map(({ id }) => id),
  );
}

/** Tags by their ids, in the order of the ids; those that are not there are left out. */
export async function readTags(reader: Reader, ids: readonly string[]): Promise<IndexedTag[]> {
  if (ids.length === 0) return [];
  const [rows, links] = await Promise.all([
    reader
      .selectFrom("tags")
      .where("id", "in", ids)
      .select(["id", "kind_id as kindId", "name_key as name", "synonym_of as synonymOf", "canonical"])
      .orderBy("id")
      .execute(),
    reader.selectFrom("tag_parents").where("tag_id", "in", ids).select(["tag_id", "parent_id"]).execute(),
  ]);
  const parents = new Map<string, string[]>();
  for (const { tag_id, parent_id } of links) {
    const known = parents.get(tag_id);
    if (known) known.push(parent_id);
    else parents.set(tag_id, [parent_id]);
  }
  return rows.map((row) => ({
    ...row,
    canonical: row.canonical === 1,
    parentIds: parents.get(row.id) ?? [],
  }));
}
