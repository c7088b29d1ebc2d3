/** Something brought in and not yet saved or forgotten: one row from the upload to the draft. */
export type ImportsTable = {
  id: string;
  account_id: string;
  /** The work a chapter is brought in for; null: it becomes a work of its own. */
  work_id: string | null;
  /** The first of its files; import_files has them all. */
  original_id: string;
  /** JSON: `ImportReading`; "" while it has not been read. */
  reading: string;
  /** When it was read, ms since 1970, UTC; null while it has not been. */
  read_at: number | null;
  /** Why it cannot be read (`ReadingProblem`); null while nothing speaks against it. */
  problem: string | null;
  /** `SourceKind`; null while it has not been read. */
  source_kind: string | null;
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
  /** "text" or "html" for what was pasted; null for a file. */
  pasted_as: string | null;
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
