import type { Writer } from "../plumbing/database/reader-writer.ts";
import type { Role } from "./person.ts";
import "./sql/sign-in-tables.ts";

/** Gives an account a role; ownership is given by `makeOwner` alone. */
export async function giveRole(
  writer: Writer,
  accountId: string,
  role: Exclude<Role, "owner">,
): Promise<void> {
  await writer.updateTable("accounts").set({ role }).where("id", "=", accountId).execute();
}
