import type { Reader } from "../plumbing/database/reader-writer.ts";
import "./sql/sign-in-tables.ts";

/** Whether anybody has an account here yet. */
export async function hasAnyAccount(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom("accounts").select("id").limit(1).executeTakeFirst()) !== undefined;
}
