import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import type { Decisions } from "./finding.ts";
import type { ReviewValues } from "./review-values.ts";
import "../works/originals.ts";
import "./sql/imports-table.ts";

/** An unfinished import in a list. */
export type ImportEntry = { id: string; fileName: string; byteSize: number; updatedAt: number };

/** An unfinished import with all that was read, decided and typed. */
export type Import = ImportEntry & {
  /** The work a chapter is brought in for; null: it becomes a work of its own. */
  workId: string | null;
  originalId: string;
  /** JSON of an `ImportReading`, which only the importer's threads look into. */
  reading: string;
  decisions: Decisions;
  /** Null while nobody has typed anything. */
  typed: ReviewValues | null;
  version: number;
};

/** What a member has brought in and neither saved nor forgotten, the last worked on first. */
export function listImports(reader: Reader, member: Member): Promise<ImportEntry[]> {
  return ownImports(reader, member)
    .select([
      "imports.id",
      "originals.file_name as fileName",
      "originals.byte_size as byteSize",
      "imports.updated_at as updatedAt",
    ])
    .orderBy("imports.updated_at", "desc")
    .orderBy("imports.id")
    .execute();
}

/** One of the member's own imports; anybody else's is as absent as one that never was. */
export async function findImport(
  reader: Reader | Writer,
  member: Member,
  id: string,
): Promise<Import | undefined> {
  if (!looksLikeId(id)) return undefined;
  const row = await ownImports(reader, member)
    .select([
      "imports.id",
      "originals.file_name as fileName",
      "originals.byte_size as byteSize",
      "imports.updated_at as updatedAt",
      "imports.work_id as workId",
      "imports.original_id as originalId",
      "imports.reading",
      "imports.decisions",
      "imports.typed",
      "imports.version",
    ])
    .where("imports.id", "=", id)
    .executeTakeFirst();
  return row && { ...row, decisions: JSON.parse(row.decisions), typed: JSON.parse(row.typed) };
}

function ownImports(reader: Reader | Writer, member: Member) {
  return reader
    .selectFrom("imports")
    .innerJoin("originals", "originals.id", "imports.original_id")
    .where("imports.account_id", "=", member.accountId);
}
