import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import "./sql/sign-in-tables.ts";

/**
 * Makes an account the archive's owner, unless it has one.
 *
 * @returns whether the account owns the archive now
 */
export async function makeOwner(writer: Writer, accountId: string, now: number): Promise<boolean> {
  const owner = await writer
    .selectFrom("accounts")
    .select("id")
    .where("role", "=", "owner")
    .executeTakeFirst();
  if (owner) return owner.id === accountId;
  await writer.updateTable("accounts").set({ role: "owner" }).where("id", "=", accountId).execute();
  await recordFact(writer, { type: "settings-changed" }, now);
  return true;
}
