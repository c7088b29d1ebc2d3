import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import "../sql/autosaves-tables.ts";

/**
 * Puts aside what a member typed and did not save: it is no longer offered, and can still be taken up for as long as the
 * trash keeps things. Doing it again changes nothing.
 */
export async function leaveAutosave(writer: Writer, member: Member, id: string, now: number): Promise<void> {
  await writer
    .updateTable("autosaves")
    .set({ left_at: now })
    .where("account_id", "=", member.accountId)
    .where("id", "=", id)
    .where("left_at", "is", null)
    .where("settled_at", "is", null)
    .execute();
}

/** Forgets it for good. */
export async function forgetAutosave(writer: Writer, member: Member, id: string): Promise<void> {
  await writer
    .deleteFrom("autosaves")
    .where("account_id", "=", member.accountId)
    .where("id", "=", id)
    .where("settled_at", "is", null)
    .execute();
}
