import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import "../works/originals.ts";

/** The id of the member's own work that came of an original, if one did. */
export async function findWorkOfOriginal(
  reader: Reader,
  member: Member,
  originalId: string,
): Promise<string | null> {
  const row = await reader
    .selectFrom("originals")
    .select("work_id")
    .where("id", "=", originalId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  return row?.work_id ?? null;
}
