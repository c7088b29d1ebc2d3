import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import "../tags/tags.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { openFor } from "../works/visible-works.ts";
import "../works/works.ts";

/**
 * Whether a member may know that a tag is there. One that stands only on works they may not open would tell of those
 * works, and is not there for them.
 */
export function isKnownTo(
  member: Member,
): (tag: ExpressionBuilder<Tables, "tags">) => ExpressionWrapper<Tables, "tags", SqlBool> {
  return (tag) => {
    const borne = tag
      .selectFrom("work_tags")
      .innerJoin("works", "works.id", "work_tags.work_id")
      .select("work_tags.work_id")
      .whereRef("work_tags.tag_id", "=", "tags.id");
    return tag.or([tag.not(tag.exists(borne)), tag.exists(borne.where((work) => openFor(member)(work)))]);
  };
}

/** No tag is longer. */
const longestName = 300;

/** A tag of this name; one that stands only on works the member may not open is not here for them. */
export async function tagHere(
  reader: Reader | Writer,
  member: Member,
  kindId: string,
  name: string,
): Promise<string | undefined> {
  const key = foldName(name);
  if (name.length > longestName || key === "") return undefined;
  const tag = await reader
    .selectFrom("tags")
    .select("id")
    .where("kind_id", "=", kindId)
    .where("name_key", "=", key)
    .where(isKnownTo(member))
    .executeTakeFirst();
  return tag?.id;
}
