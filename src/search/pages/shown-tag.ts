import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Tag } from "../../tags/tags.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { findVisibleTag } from "../../works/visible-tags.ts";
import { findVisibleTags } from "../visible-tags.ts";

/** A tag with what it stands for, if that is another. */
export type ShownTag = Tag & { synonymOf: string | null };

/** A tag as far as it exists for this person: also one that only stands on their own drafts, from where it is linked. */
export async function findShownTag(reader: Reader, person: Person, id: string): Promise<ShownTag | null> {
  if (!looksLikeId(id)) return null;
  const tag =
    (await findVisibleTags(reader, person, [id])).get(id) ?? (await findVisibleTag(reader, person, id));
  if (!tag) return null;
  const row = await reader
    .selectFrom("tags")
    .select("synonym_of as synonymOf")
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...tag, ...row } : null;
}
