import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Person } from "../people/person.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import { changeableBy } from "./who-may-change.ts";

type Works = ExpressionBuilder<Tables, "works">;

/**
 * Works that everybody may be told the makers of. What more than one person is shown (a writer's page, the finding index,
 * a series, a file that is carried away) asks this, for the makers too: they see what others see.
 */
export function named(work: Works): Expression<SqlBool> {
  return work("works.anonymous", "=", 0);
}

/** Works whose makers this person is told: all but anonymous ones, and of those what they may change themselves. */
export function namedFor(person: Person): (work: Works) => Expression<SqlBool> {
  return (work) =>
    person.kind === "visitor" ? named(work) : work.or([named(work), changeableBy(person)(work)]);
}
