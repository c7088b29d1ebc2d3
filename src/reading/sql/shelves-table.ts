/** Who finds a shelf: its keeper alone; whoever knows its address; everybody. */
export type ShelfVisibility = "private" | "unlisted" | "public";

/** A shelf of a member's. `text` is clean note HTML; who knows `feed_key` may read its feed. */
export type ShelvesTable = {
  id: string;
  account_id: string;
  /** The name it is kept under, where others see it. */
  pseud_id: string | null;
  name: string;
  text: string;
  visibility: ShelfVisibility;
  feed_key: string;
  created_at: number;
  updated_at: number;
  /** Since when a moderator has it taken from everybody's sight but its keeper's. */
  hidden_at: number | null;
};

/** A work on a shelf, in order from 1; the work may be gone. `note` is clean note HTML. */
export type ShelfWorksTable = {
  shelf_id: string;
  work_id: string;
  position: number;
  note: string;
  added_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    shelves: ShelvesTable;
    shelf_works: ShelfWorksTable;
  }
}
