import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import type { Decisions } from "./finding.ts";
import type { SourceKind } from "./import-reading.ts";
import { readTyped } from "./read-typed.ts";
import type { ReviewValues } from "./review-values.ts";
import type { ReadingProblem } from "./sql/imports-table.ts";
import "../works/originals.ts";
import "./sql/imports-table.ts";

/**
 * Where an import stands: its files are still to be read (or being read just now), they were read, or they cannot
 * be.
 */
export type ImportState =
  | { is: "unread" }
  | { is: "read" }
  | { is: "unreadable"; problem: ReadingProblem; kind: SourceKind };

/** An unfinished import in a list. */
export type ImportEntry = {
  id: string;
  /** The name of its first file. */
  fileName: string;
  /** How many files it is made of. */
  fileCount: number;
  /** All of them together. */
  byteSize: number;
  updatedAt: number;
  state: ImportState;
};

/** An unfinished import with all that was decided and typed; what was read is fetched by `loadReading`. */
export type Import = ImportEntry & {
  /** The work chapters are brought in for; null: it becomes a work of its own. */
  workId: string | null;
  /** The first of its files. */
  originalId: string;
  decisions: Decisions;
  /** Null while nobody has typed anything. */
  typed: ReviewValues | null;
  version: number;
};

/** A file of an import. */
export type ImportFile = {
  originalId: string;
  fileName: string;
  byteSize: number;
  fileKey: string;
  pastedAs: "text" | "html" | null;
};

/** What a member has brought in and neither saved nor forgotten, the last worked on first. */
export async function listImports(reader: Reader, member: Member): Promise<ImportEntry[]> {
  const rows = await ownImports(reader, member)
    .select(entryColumns)
    .orderBy("imports.updated_at", "desc")
    .orderBy("imports.id")
    .execute();
  const sizes = await sizesOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => entryOf(row, sizes));
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
      ...entryColumns,
      "imports.work_id as workId",
      "imports.original_id as originalId",
      "imports.decisions",
      "imports.typed",
      "imports.version",
    ])
    .where("imports.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { workId, originalId, version } = row;
  return {
    ...entryOf(row, await sizesOf(reader, [id])),
    workId,
    originalId,
    version,
    decisions: JSON.parse(row.decisions),
    typed: readTyped(row.typed),
  };
}

/** What was read of an import, packed, which only the importer's threads look into. */
export async function loadReading(reader: Reader, importId: string): Promise<string> {
  const { reading } = await reader
    .selectFrom("imports")
    .select("reading")
    .where("id", "=", importId)
    .executeTakeFirstOrThrow();
  return reading;
}

/** The files of an import in their order. Whose it is was asked before. */
export function listImportFiles(reader: Reader | Writer, importId: string): Promise<ImportFile[]> {
  return reader
    .selectFrom("import_files")
    .innerJoin("originals", "originals.id", "import_files.original_id")
    .select([
      "originals.id as originalId",
      "originals.file_name as fileName",
      "originals.byte_size as byteSize",
      "originals.file_key as fileKey",
      "import_files.pasted_as as pastedAs",
    ])
    .where("import_files.import_id", "=", importId)
    .orderBy("import_files.position")
    .execute();
}

/** How many imports a member has begun and not finished. */
export async function countImports(reader: Reader | Writer, member: Member): Promise<number> {
  const { count } = await reader
    .selectFrom("imports")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const entryColumns = [
  "imports.id",
  "originals.file_name as fileName",
  "imports.updated_at as updatedAt",
  "imports.read_at as readAt",
  "imports.problem",
  "imports.source_kind as kind",
] as const;

type EntryRow = {
  id: string;
  fileName: string;
  updatedAt: number;
  readAt: number | null;
  problem: ReadingProblem | null;
  kind: SourceKind | null;
};

type Sizes = Map<string, { fileCount: number; byteSize: number }>;

function entryOf({ id, fileName, updatedAt, ...row }: EntryRow, sizes: Sizes): ImportEntry {
  const { fileCount, byteSize } = sizes.get(id) ?? { fileCount: 1, byteSize: 0 };
  return { id, fileName, fileCount, byteSize, updatedAt, state: stateOf(row) };
}

function stateOf({ readAt, problem, kind }: Pick<EntryRow, "readAt" | "problem" | "kind">): ImportState {
  if (problem !== null) return { is: "unreadable", problem, kind: kind ?? "unknown" };
  return { is: readAt === null ? "unread" : "read" };
}

async function sizesOf(reader: Reader | Writer, importIds: string[]): Promise<Sizes> {
  if (importIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("import_files")
    .innerJoin("originals", "originals.id", "import_files.original_id")
    .select((row) => [
      "import_files.import_id as importId",
      row.fn.countAll<number>().as("fileCount"),
      row.fn.sum<number>("originals.byte_size").as("byteSize"),
    ])
    .where("import_files.import_id", "in", importIds)
    .groupBy("import_files.import_id")
    .execute();
  return new Map(
    rows.map(({ importId, fileCount, byteSize }) => [
      importId,
      { fileCount: Number(fileCount), byteSize: Number(byteSize) },
    ]),
  );
}

function ownImports(reader: Reader | Writer, member: Member) {
  return reader
    .selectFrom("imports")
    .innerJoin("originals", "originals.id", "imports.original_id")
    .where("imports.account_id", "=", member.accountId);
}
