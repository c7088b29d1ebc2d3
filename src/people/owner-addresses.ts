import type { Reader } from "../plumbing/database/reader-writer.ts";
import "./sql/sign-in-tables.ts";

/** The e-mail addresses of who owns the archive: nobody at first, then one, unless somebody changed roles by hand. */
export async function listOwnerAddresses(reader: Reader): Promise<string[]> {
  const owners = await reader
    .selectFrom("accounts")
    .select("email")
    .where("role", "=", "owner")
    .orderBy("email")
    .execute();
  return owners.map(({ email }) => email);
}
