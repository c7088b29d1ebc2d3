import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import "../works/originals.ts";

/**
 * Forgets the bytes of something that never became a work.
 *
 * The row goes first, then the file, and only when no other row names it: the same bytes brought in twice
 * lie there once.
 */
export async function forgetOriginal(
  database: Database,
  files: FileStore,
  member: Member,
  originalId: string,
): Promise<void> {
  const unnamed = await database.write(async (writer) => {
    const original = await writer
      .deleteFrom("originals")
      .where("id", "=", originalId)
      .where("account_id", "=", member.accountId)
      .where("work_id", "is", null)
      .returning("file_key")
      .executeTakeFirst();
    if (!original) return null;
    const other = await writer
      .selectFrom("originals")
      .select("id")
      .where("file_key", "=", original.file_key)
      .executeTakeFirst();
    return other ? null : original.file_key;
  });
  if (unnamed) await files.remove(unnamed);
}
