import type { Generated } from "kysely";

/** Works that were read into the text index; `passages` is 0 when there is nothing of theirs to find. */
export type TextIndexedWorksTable = {
  number: Generated<number>;
  work_id: string;
  passages: number;
  /** By which rules its text was taken apart (index-rules.ts); their negative until it is read to its end. */
  rules: number;
  /** Grows with every change of the index. */
  stamp: number;
};

/** Which text of a chapter (a digest of its story) its passages were made of. */
export type TextIndexedChaptersTable = {
  chapter_id: string;
  work_id: string;
  made_of: string;
  passages: number;
};

/** On PostgreSQL with the words beside the text; on SQLite they lie in `passage_words`. */
export type PassagesTable = { number: number; chapter_id: string; position: number; text: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    text_indexed_works: TextIndexedWorksTable;
    text_indexed_chapters: TextIndexedChaptersTable;
    passages: PassagesTable;
  }
}
