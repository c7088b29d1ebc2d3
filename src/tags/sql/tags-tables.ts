import type { Generated } from "kysely";

/** A kind of tag: fandom, character, relationship, additional to begin with; rows an owner may change. */
export type TagKindsTable = {
  id: string;
  name: string;
  plural: string;
  position: number;
  /** 1: no longer offered, still shown where it is used. */
  retired: number;
  /** 1: an author says how much such a tag matters to a work (`TagWeight`). */
  weighted: Generated<number>;
};

/**
 * One meaning-to-be: a tag is its kind and its folded name. `synonym_of` and the parents are for the
 * wranglers; they never change the words on a work (see `work_tags.typed_as`).
 */
export type TagsTable = {
  id: string;
  kind_id: string;
  name: string;
  name_key: string;
  canonical: number;
  synonym_of: string | null;
  created_at: number;
};

export type TagParentsTable = { tag_id: string; parent_id: string };

/** What fandoms are fandoms of: rows an owner may change. A fandom may be of several. */
export type MediaTable = { id: string; name: string; about: string; position: number; retired: number };
export type TagMediaTable = { tag_id: string; medium_id: string };

/** One thing a wrangler did; `changes` is JSON, enough to take it back (`TagChange`), `about` what the log says of it. */
export type WranglingsTable = {
  id: string;
  account_id: string | null;
  done_at: number;
  deed: string;
  tag_id: string | null;
  /** Deeds done together are taken back together. */
  batch_id: string | null;
  place: number;
  about: string;
  changes: string;
  undone_at: number | null;
  undone_by: string | null;
};

/** Every tag a deed touched or named. */
export type WranglingTagsTable = { wrangling_id: string; tag_id: string };

/** Tags a wrangler looked at and left as they are. */
export type SettledTagsTable = { tag_id: string; settled_at: number };

/** "BtVS" stands for a fandom's name: how the importer proposes what a header only abbreviates. */
export type AbbreviationsTable = {
  id: string;
  abbreviation: string;
  kind_id: string;
  name: string;
  position: number;
  retired: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    tag_kinds: TagKindsTable;
    tags: TagsTable;
    tag_parents: TagParentsTable;
    abbreviations: AbbreviationsTable;
    media: MediaTable;
    tag_media: TagMediaTable;
    wranglings: WranglingsTable;
    wrangling_tags: WranglingTagsTable;
    settled_tags: SettledTagsTable;
  }
}
