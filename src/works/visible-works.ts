import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Person } from "../people/person.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import type { Visibility } from "./sql/works-tables.ts";
import { changeableBy } from "./who-may-change.ts";

type Works = ExpressionBuilder<Tables, "works">;

/**
 * Works that stand in lists, counts, feeds, facets and suggestions for this person. Drafts and what only creators see
 * stand in none, not even their author's; what is open to whoever knows the address stands in none either.
 */
export function listedFor(person: Person): (work: Works) => Expression<SqlBool> {
  return published(seenBy(person));
}

/** Published works this person may read, whose author they are or not: what they may thank and write to its author about. */
export function publishedFor(person: Person): (work: Works) => Expression<SqlBool> {
  return published([...seenBy(person), "link"]);
}

/**
 * Works this person may open: what is listed for them, what is open to whoever knows its address, and everything
 * they may change (who-may-change.ts) that is not taken away.
 */
export function openFor(person: Person): (work: Works) => Expression<SqlBool> {
  const open = publishedFor(person);
  if (person.kind === "visitor") return open;
  return (work) =>
    work.or([open(work), work.and([work("works.removed_at", "is", null), changeableBy(person)(work)])]);
}

function seenBy(person: Person): Visibility[] {
  return person.kind === "visitor" ? ["everyone"] : ["everyone", "members"];
}

function published(visible: Visibility[]): (work: Works) => Expression<SqlBool> {
  return (work) =>
    work.and([
      work("works.status", "=", "published"),
      work("works.removed_at", "is", null),
      work("works.visibility", "in", visible),
    ]);
}
