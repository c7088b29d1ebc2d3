/** A filter somebody keeps by name. `name_key` is the name folded (see `fold-name.ts`), unique for its owner. */
export type SavedFiltersTable = {
  id: string;
  account_id: string;
  name: string;
  name_key: string;
  /** As `queryOfFilter` writes it. */
  query: string;
  /** The fandom whose page it is applied to, one filter each; the tag's own id or one it was a synonym of since. */
  default_for: string | null;
  /** Who knows it reads the feed: long and by chance. */
  feed_key: string;
  created_at: number;
  updated_at: number;
};

declare module "../../../plumbing/database/tables.ts" {
  interface Tables {
    saved_filters: SavedFiltersTable;
  }
}
