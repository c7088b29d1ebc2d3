/** From the least to the most, both included; null: no bound on that side. Times are ms since 1970, UTC. */
export type Range = { least: number | null; most: number | null };

/** When: from the least to the most, or within so many days before the question is asked (then both are null). */
export type DateRange = Range & { lastDays: number | null };

/** One warning and what the author answered; `is` false: any other answer. A work that never answered says "unsaid". */
export type WarningWish = { id: string; answer: "yes" | "no" | "unsaid"; is: boolean };

/**
 * What a list of works may be ordered by; "random" is one order for each seed, which stays put while paging,
 * "relevance" says how well the text fits and means "updated" where no text is asked for.
 */
export const sortOrders = [
  "updated",
  "posted",
  "words",
  "title",
  "author",
  "kudos",
  "comments",
  "bookmarks",
  "hits",
  "relevance",
  "random",
] as const;
export type SortOrder = (typeof sortOrders)[number];

/**
 * What to find, as one value: it turns into a URL, a query and a sentence, and back. Everything empty
 * finds every work the person may see; every part narrows what the others leave.
 */
export type WorkFilter = {
  /**
   * Tag ids: each must be on the work, by itself, by a synonym or by a tag under it, and not only be mentioned
   * (`TagWeight`: main and side count).
   */
  all: readonly string[];
  /** The same, as one of what the work is mainly about. */
  main: readonly string[];
  /** The same, were it only mentioned. */
  mentioned: readonly string[];
  /** Groups of tag ids: at least one of each group. An empty group asks for nothing. */
  any: readonly (readonly string[])[];
  /** Tag ids that must not be on it, nor their synonyms, nor what is under them; a mention does not count. */
  none: readonly string[];
  /** The same, and not even mentioned. */
  notMentioned: readonly string[];
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
  /** Recipient ids (works/recipient-id.ts): the work is a gift to one of them; empty: to anybody or nobody. */
  giftsTo: readonly string[];
  /** Series ids: the work is part of one of them; empty: any. */
  series: readonly string[];
  /** Whether it shows pictures; null: either. */
  pictures: boolean | null;
  /** Whether it leads to sound; null: either. */
  audio: boolean | null;
  /**
   * Words and phrases its published text must have, all of them, as typed: `lantern "cold stone"`; a word that ends
   * in * stands for all that begin so. Empty: any text. Works whose author opted out are not found by text.
   */
  text: string;
  /** true: finished; false: still being written; null: either. */
  complete: boolean | null;
  /** Works in more than one fandom: among the rest, left out, or nothing else. */
  crossovers: "in" | "out" | "only";
  /** Exactly one relationship, those only mentioned left aside. */
  onlyPairing: boolean;
  words: Range;
  chapters: Range;
  /** When a work was first published. */
  posted: DateRange;
  /** When readers last got something new. */
  updated: DateRange;
  sort: SortOrder;
  descending: boolean;
  /** Which random order, a whole number from 0 to 2³² − 1; without meaning for other orders. */
  seed: number;
};

const anything: Range = { least: null, most: null };
const anyTime: DateRange = { ...anything, lastDays: null };

/** Finds everything, newest first. */
export const everyWork: WorkFilter = {
  all: [],
  main: [],
  mentioned: [],
  any: [],
  none: [],
  notMentioned: [],
  ratings: [],
  notRatings: [],
  warnings: [],
  categories: [],
  notCategories: [],
  languages: [],
  notLanguages: [],
  writers: [],
  notWriters: [],
  giftsTo: [],
  series: [],
  pictures: null,
  audio: null,
  text: "",
  complete: null,
  crossovers: "in",
  onlyPairing: false,
  words: anything,
  chapters: anything,
  posted: anyTime,
  updated: anyTime,
  sort: "updated",
  descending: true,
  seed: 0,
};
