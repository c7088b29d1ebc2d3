import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Member, Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import "../people/pseuds.ts";
import "./sql/works-tables.ts";

type Works = ExpressionBuilder<Tables, "works">;

/**
 * Who may change a work, said here alone: its keeper, whose account it lies with, and everybody who has accepted being
 * named as an author of it. A beta reader, an artist or a translator is thanked and may not; nor may somebody who was
 * asked to be an author and has not answered.
 */
export function changeableBy(person: Person): (work: Works) => Expression<SqlBool> {
  if (person.kind === "visitor") return () => sql<SqlBool>`1 = 0`;
  return (work) => writtenBy(work, sql.val(person.accountId));
}

/** Whether an account may change a work, for a query that has works and accounts. */
export function writtenBy(work: Works, accountId: Expression<string>): Expression<SqlBool> {
  return work.or([
    work("works.account_id", "=", accountId),
    work.exists(
      work
        .selectFrom("work_creators")
        .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
        .select("work_creators.work_id")
        .whereRef("work_creators.work_id", "=", "works.id")
        .where("work_creators.role", "=", "author")
        .where("work_creators.accepted", "=", 1)
        .where("pseuds.account_id", "=", accountId),
    ),
  ]);
}

/** The same works, for a list of all of them: found from the account, however many works there are. */
export function amongThoseOf(member: Member): (work: Works) => Expression<SqlBool> {
  return (work) =>
    work(
      "works.id",
      "in",
      work
        .selectFrom("works as kept")
        .select("kept.id")
        .where("kept.account_id", "=", member.accountId)
        .unionAll(
          work
            .selectFrom("work_creators")
            .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
            .select("work_creators.work_id as id")
            .where("work_creators.role", "=", "author")
            .where("work_creators.accepted", "=", 1)
            .where("pseuds.account_id", "=", member.accountId),
        ),
    );
}

/** Whether a member may change a work: it lies with them, or a name of theirs stands, accepted, among its authors. */
export async function mayChange(reader: Reader | Writer, member: Member, workId: string): Promise<boolean> {
  const own = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "=", workId)
    .where(changeableBy(member))
    .executeTakeFirst();
  return own !== undefined;
}
