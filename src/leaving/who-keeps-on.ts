import { orphanAccountId } from "../people/orphan-account.ts";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "../people/pseuds.ts";
import "../works/works.ts";

/**
 * The account a work lies with when this member lets go of it: its keeper, unless that is them; else the next author who
 * has said yes; else the archive's own.
 */
export async function whoKeepsOn(reader: Reader | Writer, member: Member, workId: string): Promise<string> {
  const { keeperId } = await reader
    .selectFrom("works")
    .select("account_id as keeperId")
    .where("id", "=", workId)
    .executeTakeFirstOrThrow();
  if (keeperId !== member.accountId) return keeperId;
  const next = await reader
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select("account_id as accountId")
    .where("work_id", "=", workId)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .where("account_id", "!=", member.accountId)
    .orderBy("position")
    .executeTakeFirst();
  return next?.accountId ?? orphanAccountId;
}
