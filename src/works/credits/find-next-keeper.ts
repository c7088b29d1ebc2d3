import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import "../../people/pseuds.ts";
import "../sql/works-tables.ts";

/**
 * Who would keep a work when this member leaves it: the next author who has said yes.
 *
 * @returns `next` null: nobody else writes it; `isKept`: it lies with this member now
 */
export async function findNextKeeper(
  reader: Reader,
  member: Member,
  workId: string,
): Promise<{ next: string | null; isKept: boolean }> {
  const next = await reader
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select("pseuds.name")
    .where("work_id", "=", workId)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .where("account_id", "!=", member.accountId)
    .orderBy("position")
    .executeTakeFirst();
  const kept = await reader
    .selectFrom("works")
    .select("id")
    .where("id", "=", workId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  return { next: next?.name ?? null, isKept: kept !== undefined };
}
