import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { IndexedTag } from "./tag-meanings.ts";
import "../../tags/tags.ts";

/** Tags behind an id, in the order of the ids. */
export async function readTagsBehind(reader: Reader, behind: string, most: number): Promise<IndexedTag[]> {
  const rows = await tagRows(reader).where("id", ">", behind).orderBy("id").limit(most).execute();
  const last = rows.at(-1);
  if (!last) return [];
  const links = await linkRows(reader).where("tag_id", ">", behind).where("tag_id", "<=", last.id).execute();
  return withParents(rows, links);
}

/** Tags by their ids, in the order of the ids; those that are not there are left out. */
export async function readTags(reader: Reader, ids: readonly string[]): Promise<IndexedTag[]> {
  if (ids.length === 0) return [];
  const rows = await tagRows(reader).where("id", "in", ids).orderBy("id").execute();
  return withParents(rows, await linkRows(reader).where("tag_id", "in", ids).execute());
}

function tagRows(reader: Reader) {
  return reader
    .selectFrom("tags")
    .select(["id", "kind_id as kindId", "name_key as name", "synonym_of as synonymOf", "canonical"]);
}

function linkRows(reader: Reader) {
  return reader.selectFrom("tag_parents").select(["tag_id", "parent_id"]);
}

type TagRow = { id: string; kindId: string; name: string; synonymOf: string | null; canonical: number };

function withParents(
  rows: readonly TagRow[],
  links: readonly { tag_id: string; parent_id: string }[],
): IndexedTag[] {
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
