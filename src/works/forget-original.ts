import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import "./originals.ts";

/**
 * Forgets the bytes of something brought in. Quiet when they are gone already, so that it may be asked twice.
 *
 * The row goes first, then the file, and only when no other row names it: the same bytes brought in twice
 * lie there once.
 *
 * @param original its id and the work it lies beside; null: it never became a work
 */
export async function forgetOriginal(
  database: Database,
  files: FileStore,
  member: Member,
  original: { id: string; workId: string | null },
): Promise<void> {
  const unnamed = await database.write(async (writer) => {
    const gone = await writer
      .deleteFrom("originals")
      .where("id", "=", original.id)
      .where("account_id", "=", member.accountId)
      .where("work_id", original.workId === null ? "is" : "=", original.workId)
      .returning("file_key")
      .executeTakeFirst();
    if (!gone) return null;
    const other = await writer
      .selectFrom("originals")
      .select("id")
      .where("file_key", "=", gone.file_key)
      .executeTakeFirst();
    return other ? null : gone.file_key;
  });
  if (unnamed) await files.remove(unnamed);
}
