/** What finding needs of a work that stands in lists. */
export type IndexedWork = {
  id: string;
  /** Listed for everyone; otherwise for members only. */
  open: boolean;
  ratingId: string;
  language: string;
  categoryIds: readonly string[];
  /** Warnings that were answered yes or no; all others are unsaid. */
  warnings: readonly { id: string; answer: "yes" | "no" }[];
  complete: boolean;
  words: number;
  chapters: number;
  posted: number;
  updated: number;
  title: string;
  /** The name of the first author. */
  author: string;
  /** Pseuds that are its authors and have accepted it. */
  writerIds: readonly string[];
  tagIds: readonly string[];
};

/** The kinds two questions of the filter are about; every archive has the first, the second begins with it. */
export const fandomKindId = "fandom";
export const relationshipKindId = "relationship";
