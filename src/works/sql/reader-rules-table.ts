/** What becomes of a work in lists: one quiet line that says why, or nothing. */
export type Manner = "fold" | "hide";

/** A reader's rule about works; `parts` is JSON (`RuleParts`). */
export type ReaderRulesTable = {
  id: string;
  account_id: string;
  position: number;
  name: string;
  is_on: number;
  manner: Manner;
  parts: string;
  created_at: number;
  updated_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    reader_rules: ReaderRulesTable;
  }
}
