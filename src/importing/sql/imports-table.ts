import type { ImportProblem, SourceKind } from "../import-reading.ts";

/**
 * Why an import cannot be read: what is wrong with its files, or that they took too long or too much room, or that its
 * pictures are more than the member may keep.
 */
export type ReadingProblem = ImportProblem | "failed" | "pictures-full";

/** Something brought in and not yet saved or forgotten: one row from the upload to the draft. */
export type ImportsTable = {
  id: string;
  account_id: string;
  /** The work a chapter is brought in for; null: it becomes a work of its own. */
  work_id: string | null;
  /** The first of its files; import_files has them all. */
  original_id: string;
  /** `ImportReading`, packed (see pack-reading.ts); "" while it has not been read. */
  reading: string;
  /** When it was read, ms since 1970, UTC; null while it has not been. */
  read_at: number | null;
  /** Null while nothing speaks against it. */
  problem: ReadingProblem | null;
  /** Null while it has not been read. */
  source_kind: SourceKind | null;
  /** JSON: `Decisions`. */
  decisions: string;
  /** JSON: `ReviewValues`, or null while nobody has typed anything. */
  typed: string;
  /** Grows with every save, so that a stale form cannot overwrite a newer one. */
  version: number;
  created_at: number;
  updated_at: number;
};

/** The files an import is made of, in order. */
export type ImportFilesTable = {
  import_id: string;
  original_id: string;
  position: number;
  /** Null for a file. */
  pasted_as: "text" | "html" | null;
};

/** What a writer answered in an import, kept with the work that came of it. */
export type ImportDecisionsTable = {
  id: string;
  work_id: string;
  original_id: string | null;
  made_at: number;
  /** JSON: `KeptDecision[]`. */
  decisions: string;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    imports: ImportsTable;
    import_files: ImportFilesTable;
    import_decisions: ImportDecisionsTable;
  }
}
