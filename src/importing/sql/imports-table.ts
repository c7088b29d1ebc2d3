/** Something brought in and not yet saved or forgotten: one row from the upload to the draft. */
export type ImportsTable = {
  id: string;
  account_id: string;
  /** The work a chapter is brought in for; null: it becomes a work of its own. */
  work_id: string | null;
  original_id: string;
  /** JSON: `ImportReading`. */
  reading: string;
  /** JSON: `Decisions`. */
  decisions: string;
  /** JSON: `ReviewValues`, or null while nobody has typed anything. */
  typed: string;
  /** Grows with every save, so that a stale form cannot overwrite a newer one. */
  version: number;
  created_at: number;
  updated_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    imports: ImportsTable;
  }
}
