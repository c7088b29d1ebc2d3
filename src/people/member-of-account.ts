import type { Reader } from "../plumbing/database/reader-writer.ts";
import { isRole, type Member } from "./person.ts";
import "./sql/sign-in-tables.ts";

/**
 * Whose account it is, with the role of this moment: for a request that its session answers for, and for work that
 * somebody began and that goes on without them. Undefined when the account is gone.
 */
export async function memberOfAccount(reader: Reader, accountId: string): Promise<Member | undefined> {
  const account = await reader
    .selectFrom("accounts")
    .select(["id", "name", "role"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  return (
    account && {
      kind: "member",
      accountId: account.id,
      name: account.name,
      role: isRole(account.role) ? account.role : "member",
    }
  );
}
