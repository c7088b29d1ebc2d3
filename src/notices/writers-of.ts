import { orphanAccountId } from "../people/orphan-account.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import "../people/pseuds.ts";
import "../works/works.ts";

/** The accounts that may change a work (who-may-change.ts). */
export async function writersOf(reader: Reader, workId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("works")
    .select("account_id as accountId")
    .where("id", "=", workId)
    .union(
      reader
        .selectFrom("work_creators")
        .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
        .select("pseuds.account_id as accountId")
        .where("work_creators.work_id", "=", workId)
        .where("work_creators.role", "=", "author")
        .where("work_creators.accepted", "=", 1),
    )
    .execute();
  return rows.map(({ accountId }) => accountId).filter((accountId) => accountId !== orphanAccountId);
}
