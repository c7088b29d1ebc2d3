import { memberOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import type { ImportProgress } from "../import-progress.ts";
import { findImport } from "../imports.ts";
import type { ImportParts } from "../start-import.ts";

/** What the page's script asks for again and again while an import is read. */
export type ProgressAnswer = ImportProgress & { done: boolean };

/** Tells how far the reading of an import is, to its writer alone. */
export function sendImportProgress({
  database,
  importer,
}: Pick<ImportParts, "database" | "importer">): ArchiveHandler {
  return async (context) => {
    const importId = context.req.param("importId") ?? "";
    const found = await findImport(database.reading, memberOf(context), importId);
    if (!found) throw new NotFound();
    const progress = importer.jobs.progressOf(importId) ?? { part: 0, stage: "waiting" };
    const answer: ProgressAnswer = { ...progress, done: found.state.is !== "unread" };
    context.header("cache-control", "no-store");
    return context.json(answer);
  };
}
