import { memberOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { privateFile } from "../../plumbing/http/private-file.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { findImport, listImportFiles } from "../imports.ts";

/** Gives a writer back the bytes they brought in; of several files, the one whose place is asked for. */
export function sendImportOriginal(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const found = await findImport(database.reading, member, context.req.param("importId") ?? "");
    if (!found) throw new NotFound();
    const place = Number(context.req.query("file") ?? "0");
    const file = (await listImportFiles(database.reading, found.id))[place];
    const bytes = file && (await files.read(file.fileKey));
    if (!bytes) throw new NotFound();
    return privateFile(context, bytes, file.fileName);
  };
}
