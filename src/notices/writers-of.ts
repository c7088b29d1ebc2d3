import { orphanAccountId } from "../people/orphan-account.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import "../people/pseuds.ts";
import "../works/works.ts";

/** Works asked about by one statement. */
const together = 500;

/** The accounts that may change a work (who-may-change.ts). */
export async function writersOf(reader: Reader, workId: string): Promise<string[]> {
  return (await writersOfEach(reader, [workId])).get(workId) ?? [];
}

/** The same of many works, by work. */
export async function writersOfEach(
  reader: Reader,
  workIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const writers = new Map<string, string[]>();
  for (let from = 0; from < workIds.length; from += together) {
    const ids = workIds.slice(from, from + together);
    const rows = await reader
      .selectFrom("works")
      .select(["id as workId", "account_id as accountId"])
      .where("id", "in", ids)
      .union(
        reader
          .selectFrom("work_creators")
          .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
          .select(["work_creators.work_id as workId", "pseuds.account_id as accountId"])
          .where("work_creators.work_id", "in", ids)
          .where("work_creators.role", "=", "author")
          .where("work_creators.accepted", "=", 1),
      )
      .execute();
    for (const { workId, accountId } of rows)
      if (accountId !== orphanAccountId) writers.set(workId, [...(writers.get(workId) ?? []), accountId]);
  }
  return writers;
}
