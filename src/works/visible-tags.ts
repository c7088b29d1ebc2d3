import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { findTag, type Tag } from "../tags/tags.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { openFor } from "./visible-works.ts";
import "./sql/works-tables.ts";

/**
 * A tag as far as it exists for this person: one that stands only on works they may not open would tell
 * of those works, so it is as absent as one that never was. It is spelled as on a work they may open.
 */
export async function findVisibleTag(reader: Reader, person: Person, id: string): Promise<Tag | undefined> {
  if (!looksLikeId(id)) return undefined;
  const borne = await reader
    .selectFrom("works")
    .innerJoin("work_tags", "work_tags.work_id", "works.id")
    .select("work_tags.typed_as as name")
    .where("work_tags.tag_id", "=", id)
    .where(openFor(person))
    .orderBy("work_tags.typed_as", "desc")
    .limit(1)
    .executeTakeFirst();
  const tag = borne && (await findTag(reader, id));
  return tag && { ...tag, name: borne.name };
}
