/** A kind of tag: fandom, character, relationship, additional to begin with; rows an owner may change. */
export type TagKindsTable = {
  id: string;
  name: string;
  plural: string;
  position: number;
  /** 1: no longer offered, still shown where it is used. */
  retired: number;
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
  }
}
