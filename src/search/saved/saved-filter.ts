/** A filter its owner keeps by name. */
export type SavedFilter = {
  id: string;
  name: string;
  /** The address of what it finds, as `queryOfFilter` writes it; relative dates stay relative. */
  query: string;
  /** The fandom it is applied to when its owner opens that fandom's page, if any. */
  defaultFor: string | null;
  /** The secret part of its feed's address. */
  feedKey: string;
  /** When it was last changed, ms since 1970, UTC. */
  updatedAt: number;
};

/** The columns of the table that a `SavedFilter` is made of. */
export const savedFilterColumns = [
  "saved_filters.id",
  "saved_filters.name",
  "saved_filters.query",
  "saved_filters.default_for as defaultFor",
  "saved_filters.feed_key as feedKey",
  "saved_filters.updated_at as updatedAt",
] as const;
