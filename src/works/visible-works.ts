import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Person } from "../people/person.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import "./sql/works-tables.ts";

type Works = ExpressionBuilder<Tables, "works">;

/** Works that stand in lists, counts and downloads for this person. Drafts stand in none, not even their author's. */
export function listedFor(person: Person): (work: Works) => Expression<SqlBool> {
  return (work) =>
    work.and([
      work("works.status", "=", "published"),
      work("works.removed_at", "is", null),
      ...(person.kind === "visitor" ? [work("works.visibility", "=", "everyone")] : []),
    ]);
}

/** Works this person may open: what is listed for them, and everything of their own not taken away. */
export function openFor(person: Person): (work: Works) => Expression<SqlBool> {
  const listed = listedFor(person);
  if (person.kind === "visitor") return listed;
  return (work) =>
    work.or([
      listed(work),
      work.and([work("works.account_id", "=", person.accountId), work("works.removed_at", "is", null)]),
    ]);
}
