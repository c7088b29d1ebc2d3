import type { Reader } from "../plumbing/database/reader-writer.ts";
import "../people/pseuds.ts";

/** Where letters to an account go; null: nowhere, as for the archive's own account. */
export async function addressOf(reader: Reader, accountId: string): Promise<string | null> {
  const account = await reader
    .selectFrom("accounts")
    .select("email")
    .where("id", "=", accountId)
    .executeTakeFirst();
  return account?.email.includes("@") ? account.email : null;
}
