/** A work that a member keeps, for their own eyes. The work may be gone. `note` is theirs alone, as typed. */
export type BookmarksTable = { account_id: string; work_id: string; note: string; kept_at: number };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    bookmarks: BookmarksTable;
  }
}
