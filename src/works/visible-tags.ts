import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { findTag, type Tag } from "../tags/tags.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { openFor } from "./visible-works.ts";
import "./sql/works-tables.ts";

/**
 * A tag as far as it exists for this person: one that stands only on works they may not open would tell
 * of those works, so it is as absent as one that never was.
 */
export async function findVisibleTag(reader: Reader, person: Person, id: string): Promise<Tag | undefined> {
  if (!looksLikeId(id)) return undefined;
  const borne = await reader
    .selectFrom("works")
    .innerJoin("work_tags", "work_tags.work_id", "works.id")
    .select("works.id")
    .where("work_tags.tag_id", "=", id)
    .where(openFor(person))
    .limit(1)
    .executeTakeFirst();
  return borne && findTag(reader, id);
}
