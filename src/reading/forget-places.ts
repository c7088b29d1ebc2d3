import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";

/** Forgets where a member is in works: in one, or in all. What their ledger says of them stays. */
export async function forgetPlaces(writer: Writer, member: Member, workId?: string): Promise<void> {
  const { accountId } = member;
  await writer
    .deleteFrom("reading_places")
    .where("account_id", "=", accountId)
    .$if(workId !== undefined, (query) => query.where("work_id", "=", workId ?? ""))
    .execute();
  await writer
    .deleteFrom("ledger")
    .where("account_id", "=", accountId)
    .where("state", "is", null)
    .$if(workId !== undefined, (query) => query.where("work_id", "=", workId ?? ""))
    .execute();
  await writer
    .updateTable("ledger")
    .set({ chapter_id: null, read_at: null })
    .where("account_id", "=", accountId)
    .$if(workId !== undefined, (query) => query.where("work_id", "=", workId ?? ""))
    .execute();
}
