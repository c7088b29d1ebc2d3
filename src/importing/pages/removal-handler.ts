import { memberOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { forgetImport } from "../forget-import.ts";
import { findImport } from "../imports.ts";

/** Forgets an import and its file. */
export function handleImportRemoval(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const importId = context.req.param("importId") ?? "";
    if (!(await findImport(database.reading, member, importId))) throw new NotFound();
    await forgetImport(database, files, member, importId);
    context.var.sayNext("import-removed");
    return context.redirect(urls.newImport(), 303);
  };
}
