/** What a work may be to another. */
export type RelatedKind = "translation" | "inspired" | "remix" | "sequel" | "prequel" | "podfic" | "art";

/**
 * What a work says it is made of: a work here (then nothing of it is copied: title and the like are empty), or one
 * elsewhere in the writer's own words.
 */
export type RelatedWorksTable = {
  work_id: string;
  position: number;
  kind: RelatedKind;
  other_work_id: string | null;
  title: string;
  author: string;
  /** BCP 47, or empty. */
  language: string;
  /** Clean, http or https, or empty. */
  address: string;
  /** When the writers of the other work were told of the question; null: not yet, or there is nobody to ask. */
  asked_at: number | null;
};

/** What the writers of a work said to another that says it is made of theirs; `kind` is what was asked then. */
export type RelatedAnswersTable = {
  work_id: string;
  other_work_id: string;
  kind: RelatedKind;
  answer: "yes" | "no";
  answered_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    related_works: RelatedWorksTable;
    related_answers: RelatedAnswersTable;
  }
}
