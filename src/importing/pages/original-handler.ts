import { memberOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { privateFile } from "../../plumbing/http/private-file.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { findOriginal } from "../../works/originals.ts";
import { findImport } from "../imports.ts";

/** Gives a writer back the bytes they brought in. */
export function sendImportOriginal(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const found = await findImport(database.reading, member, context.req.param("importId") ?? "");
    const original = found && (await findOriginal(database.reading, member, found.originalId));
    const bytes = original && (await files.read(original.fileKey));
    if (!bytes) throw new NotFound();
    return privateFile(context, bytes, original.fileName);
  };
}
