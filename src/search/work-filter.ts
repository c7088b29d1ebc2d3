/** From the least to the most, both included; null: no bound on that side. Times are ms since 1970, UTC. */
export type Range = { least: number | null; most: number | null };

/** One warning and what the author answered; `is` false: any other answer. A work that never answered says "unsaid". */
export type WarningWish = { id: string; answer: "yes" | "no" | "unsaid"; is: boolean };

/** What a list of works may be ordered by; "random" is one order for each seed, which stays put while paging. */
export const sortOrders = ["updated", "posted", "words", "title", "author", "random"] as const;
export type SortOrder = (typeof sortOrders)[number];

/**
 * What to find, as one value: it turns into a URL, a query and a sentence, and back. Everything empty
 * finds every work the person may see; every part narrows what the others leave.
 */
export type WorkFilter = {
  /** Tag ids: each must be on the work, by itself, by a synonym or by a tag under it. */
  all: readonly string[];
  /** Groups of tag ids: at least one of each group. An empty group asks for nothing. */
  any: readonly (readonly string[])[];
  /** Tag ids that must not be on it, nor their synonyms, nor what is under them. */
  none: readonly string[];
  /** Rating ids: one of them; empty: any. */
  ratings: readonly string[];
  notRatings: readonly string[];
  warnings: readonly WarningWish[];
  /** Category ids: one of them; empty: any. */
  categories: readonly string[];
  notCategories: readonly string[];
  /** Language tags as works carry them ("en"): one of them; empty: any. */
  languages: readonly string[];
  notLanguages: readonly string[];
  /** Pseud ids: each must be an author of the work, and have accepted it. */
  writers: readonly string[];
  notWriters: readonly string[];
  /** true: finished; false: still being written; null: either. */
  complete: boolean | null;
  /** Works in more than one fandom: among the rest, left out, or nothing else. */
  crossovers: "in" | "out" | "only";
  /** Exactly one relationship. */
  onlyPairing: boolean;
  words: Range;
  chapters: Range;
  /** When a work was first published. */
  posted: Range;
  /** When readers last got something new. */
  updated: Range;
  sort: SortOrder;
  descending: boolean;
  /** Which random order, a whole number from 0 to 2³² − 1; without meaning for other orders. */
  seed: number;
};

const anything: Range = { least: null, most: null };

/** Finds everything, newest first. */
export const everyWork: WorkFilter = {
  all: [],
  any: [],
  none: [],
  ratings: [],
  notRatings: [],
  warnings: [],
  categories: [],
  notCategories: [],
  languages: [],
  notLanguages: [],
  writers: [],
  notWriters: [],
  complete: null,
  crossovers: "in",
  onlyPairing: false,
  words: anything,
  chapters: anything,
  posted: anything,
  updated: anything,
  sort: "updated",
  descending: true,
  seed: 0,
};
