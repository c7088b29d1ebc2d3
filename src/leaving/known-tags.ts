import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import type { Member } from "../people/person.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import "../tags/tags.ts";
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
