import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { dayLength } from "../vocabulary/days.ts";
import { forgetOriginal } from "../works/forget-original.ts";
import "../works/originals.ts";
import "./sql/imports-table.ts";

/** After so many ms nobody is still about to lay down an import, or to forget one. */

/**
 * Forgets originals that belong to no import and to no work: a crash came between keeping them and naming their
 * import, or between forgetting an import and its files. Their writer has no way to them, and has asked for the
 * latter to go.
 *
 * @param now ms since 1970, UTC
 * @returns how many were forgotten
 */
export async function forgetLeftovers(database: Database, files: FileStore, now: number): Promise<number> {
  const leftovers = await database.reading
    .selectFrom("originals")
    .select(["id", "account_id as accountId"])
    .where("work_id", "is", null)
    .where("created_at", "<", now - dayLength)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("import_files")
            .select("import_id")
            .whereRef("import_files.original_id", "=", "originals.id"),
        ),
      ),
    )
    .execute();
  for (const { id, accountId } of leftovers)
    await forgetOriginal(database, files, { accountId }, { id, workId: null });
  return leftovers.length;
}
