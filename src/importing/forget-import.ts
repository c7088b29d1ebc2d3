import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { forgetOriginal } from "../works/forget-original.ts";
import { findImport, listImportFiles } from "./imports.ts";

/**
 * Forgets an import and its files. Quiet when it is gone already, so that it may be asked twice.
 */
export async function forgetImport(
  database: Database,
  files: FileStore,
  member: Member,
  importId: string,
): Promise<void> {
  const given = await database.write(async (writer) => {
    const found = await findImport(writer, member, importId);
    if (!found) return [];
    const own = await listImportFiles(writer, found.id);
    await writer.deleteFrom("imports").where("id", "=", found.id).execute();
    return own;
  });
  for (const { originalId } of given)
    await forgetOriginal(database, files, member, { id: originalId, workId: null });
}
