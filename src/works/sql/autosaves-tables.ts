/** What stands in a form of somebody's that is not saved yet; one row for each window it stands open in. */
export type AutosavesTable = {
  account_id: string;
  /** The window's own choice, unique within the account. */
  id: string;
  /** Which form, of what (`keyOfPlace`). */
  place: string;
  work_id: string | null;
  chapter_id: string | null;
  /** The version that the form was filled from; 0: of something that is new. */
  version: number;
  /** Names this state of the row: only who knows it may write over it. */
  stamp: string;
  /** A JSON list of pairs of a field's name and its value, as the form would send them; "" once it is settled. */
  fields: string;
  byte_size: number;
  saved_at: number;
  /** When its writer put it aside; null: they did not. */
  left_at: number | null;
  /** When something else was saved over what it was typed for; null: not since it was typed. */
  overtaken_at: number | null;
  /** When it became part of what is saved; what comes late from that window is then known for old. */
  settled_at: number | null;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    autosaves: AutosavesTable;
  }
}
