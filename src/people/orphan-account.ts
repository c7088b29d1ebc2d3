import { sql } from "kysely";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/sign-in-tables.ts";

/**
 * The archive's own account, which keeps works that were given up. Its id stands where no person's can: theirs are made
 * by `newId`, which gives ten characters.
 */
export const orphanAccountId = "orphan";

/**
 * Makes the account if it is not there. Nobody can sign in to it: it has no password, and what stands for its e-mail
 * address is none, so that no form asks for it and no letter about a new password is ever written.
 *
 * @param now ms since 1970, UTC
 */
export async function makeOrphanAccount(writer: Writer, now: number): Promise<void> {
  const day = new Date(now).toISOString();
  await sql`insert into accounts (id, name, email, "emailVerified", role, "createdAt", "updatedAt")
    values (${orphanAccountId}, ${orphanAccountId}, ${orphanAccountId}, false, 'member', ${day}, ${day})
    on conflict (id) do nothing`.execute(writer);
}
