import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "../people/pseuds.ts";
import "./sql/works-tables.ts";

/**
 * The accounts a work is by: its keeper's, and those of everybody who has accepted being an author of it. For deciding
 * what somebody may do; it is told to nobody.
 */
export async function authorAccounts(reader: Reader | Writer, workId: string): Promise<string[]> {
  const keeper = await reader
    .selectFrom("works")
    .select("account_id as accountId")
    .where("id", "=", workId)
    .execute();
  const authors = await reader
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select("pseuds.account_id as accountId")
    .where("work_id", "=", workId)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .execute();
  return [...new Set([...keeper, ...authors].map(({ accountId }) => accountId))];
}
