/** A copy from another archive: a file that waits in the scratch folder under its id, or what came of it. */
export type BroughtCopiesTable = {
  id: string;
  account_id: string;
  byte_size: number;
  /** ms since 1970, UTC. */
  taken_at: number;
  /** `running`: its owner said yes, and it goes on at every start until it is `done`. */
  state: "waiting" | "running" | "done";
  /** JSON: `Wishes`. */
  wishes: string;
  /** JSON: `Report`. */
  report: string;
};

/** The work here that came of one of another archive's; `figures` (JSON) is what that one came to there. */
export type BroughtWorksTable = {
  account_id: string;
  source_id: string;
  work_id: string;
  figures: string;
  brought_at: number;
};

export type BroughtSeriesTable = { account_id: string; source_id: string; series_id: string };

export type BroughtShelvesTable = { account_id: string; source_id: string; shelf_id: string };

/** Something of a copy that is kept for its owner alone; `body` (JSON) is what the copy said, cleaned. */
export type KeptPartsTable = {
  account_id: string;
  kind: "comment-written" | "comment-received" | "bookmark" | "shelved";
  id: string;
  happened_at: number;
  body: string;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    brought_copies: BroughtCopiesTable;
    brought_works: BroughtWorksTable;
    brought_series: BroughtSeriesTable;
    brought_shelves: BroughtShelvesTable;
    kept_parts: KeptPartsTable;
  }
}
