/** What a member makes of a work, in their own ledger. */
export type LedgerState = "to-read" | "reading" | "waiting" | "finished" | "dropped";

/**
 * Where a member is in a chapter: `paragraph` among its blocks, from 1; `marks` finds it again after the chapter was
 * changed (reading/find-paragraph.ts); `words_left` from there to the chapter's end. The chapter may be gone.
 */
export type ReadingPlacesTable = {
  account_id: string;
  chapter_id: string;
  work_id: string;
  paragraph: number;
  marks: string;
  words_left: number;
  read_at: number;
};

/**
 * A work in a member's ledger; `state` null: it stands in none of its lists, and only the chapter read last is kept.
 * `note` is theirs alone, as typed. The work may be gone.
 */
export type LedgerTable = {
  account_id: string;
  work_id: string;
  state: LedgerState | null;
  note: string;
  added_at: number;
  /** When the state was last chosen. */
  changed_at: number;
  started_at: number | null;
  finished_at: number | null;
  /** The chapter they read last, and when. */
  chapter_id: string | null;
  read_at: number | null;
};

/**
 * A line of a ledger about a work that is not here. `said` is JSON (`SaidLine`, reading/ledger-sheet.ts): what was said of
 * it, as it was typed; `digest` is of that, so that the same line is kept once.
 */
export type LedgerElsewhereTable = {
  account_id: string;
  digest: string;
  state: LedgerState;
  said: string;
  kept_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    reading_places: ReadingPlacesTable;
    ledger: LedgerTable;
    ledger_elsewhere: LedgerElsewhereTable;
  }
}
