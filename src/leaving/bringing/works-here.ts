import type { Member } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { changeableBy } from "../../works/who-may-change.ts";
import "../sql/brought-tables.ts";

/**
 * Which works of a copy are here already, by their ids there: what came of them when they were brought in before, or the
 * very works, when the copy was made in this archive. What its writer has deleted since is not here.
 */
export async function worksHere(
  reader: Reader | Writer,
  member: Member,
  sourceIds: readonly string[],
): Promise<Map<string, string>> {
  const here = new Map<string, string>();
  const brought = await reader
    .selectFrom("brought_works")
    .select(["source_id", "work_id"])
    .where("account_id", "=", member.accountId)
    .execute();
  for (const { source_id, work_id } of brought) here.set(source_id, work_id);
  for (let from = 0; from < sourceIds.length; from += 500) {
    const own = await reader
      .selectFrom("works")
      .select("id")
      .where("id", "in", sourceIds.slice(from, from + 500))
      .where(changeableBy(member))
      .execute();
    for (const { id } of own) here.set(id, id);
  }
  return here;
}
