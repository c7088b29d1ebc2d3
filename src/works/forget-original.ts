import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import "./originals.ts";

/**
 * Forgets the bytes of something brought in. Quiet when they are gone already, so that it may be asked twice.
 *
 * The file goes only when no other row names it: the same bytes brought in twice lie there once. It goes inside the
 * transaction, where nobody else can begin to keep the same bytes (see `keepOriginal`).
 *
 * @param original its id and the work it lies beside; null: it never became a work
 */
export async function forgetOriginal(
  database: Database,
  files: FileStore,
  member: Pick<Member, "accountId">,
  original: { id: string; workId: string | null },
): Promise<void> {
  await database.write(async (writer) => {
    const gone = await writer
      .deleteFrom("originals")
      .where("id", "=", original.id)
      .where("account_id", "=", member.accountId)
      .where("work_id", original.workId === null ? "is" : "=", original.workId)
      .returning("file_key")
      .executeTakeFirst();
    if (!gone) return;
    const other = await writer
      .selectFrom("originals")
      .select("id")
      .where("file_key", "=", gone.file_key)
      .executeTakeFirst();
    if (!other) await files.remove(gone.file_key);
  });
}
