import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { listAbbreviations } from "../tags/tags.ts";
import { newId } from "../vocabulary/ids.ts";
import { forgetOriginal } from "../works/forget-original.ts";
import { keepOriginal } from "../works/originals.ts";
import { importFileName, pastedFileName } from "./import-file-name.ts";
import type { ImportProblem, ImportSource, SourceKind } from "./import-reading.ts";
import type { Importer } from "./open-importer.ts";
import "./sql/imports-table.ts";

/** The file was read, and there is no story to bring in. */
export class NoStory extends Error {
  override name = "NoStory";
  readonly problem: ImportProblem;
  readonly kind: SourceKind;
  constructor(problem: ImportProblem, kind: SourceKind) {
    super(`no story: ${problem}`);
    this.problem = problem;
    this.kind = kind;
  }
}

/** What the operation needs of the archive. */
export type ImportParts = { database: Database; files: FileStore; importer: Importer };

/**
 * Keeps the bytes, reads them, and lays down what was read for its writer to review.
 *
 * The bytes are durable before anything looks at them. When they cannot be read they are forgotten again: the
 * writer still has them.
 *
 * @param workId the member's own work a chapter is brought in for (asked before), or null
 * @param now ms since 1970, UTC
 * @returns the import's id
 * @throws NoStory, and what `Importer.read` throws
 */
export async function startImport(
  { database, files, importer }: ImportParts,
  member: Member,
  source: ImportSource,
  workId: string | null,
  now: number,
): Promise<string> {
  const given = {
    bytes: source.bytes,
    fileName: source.fileName === null ? pastedFileName(source) : importFileName(source.fileName),
    mediaType: source.pastedAs === "html" ? "text/html" : "text/plain",
  };
  const originalId = await keepOriginal(database, files, member, given, now);
  try {
    const lexicon = { abbreviations: await listAbbreviations(database.reading) };
    const read = await importer.read({ ...source, fileName: source.fileName && given.fileName }, lexicon);
    if (read.problem !== null) throw new NoStory(read.problem, read.kind);
    const id = newId();
    await database.write((writer) =>
      writer
        .insertInto("imports")
        .values({
          id,
          account_id: member.accountId,
          work_id: workId,
          original_id: originalId,
          reading: read.reading,
          decisions: "{}",
          typed: "null",
          version: 1,
          created_at: now,
          updated_at: now,
        })
        .execute(),
    );
    return id;
  } catch (cause) {
    await forgetOriginal(database, files, member, { id: originalId, workId: null });
    throw cause;
  }
}
