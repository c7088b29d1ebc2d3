/** What readings to the end came to. */
type Sums = {
  /** How often the chapter was read to its end. */
  finished: number;
  /** The words that were read so. */
  words: number;
  /** How often it was the last chapter there was, so that the work was read to its end. */
  work_finished: number;
};

/** Sums of one day, in days since 1970 (UTC), until they are folded into its month. */
export type ReadingDaysTable = Sums & { work_id: string; chapter_id: string; day: number };

/** Sums of one month, as `monthOf` numbers it. The chapter may be no more. */
export type ReadingMonthsTable = Sums & { work_id: string; chapter_id: string; month: number };

/** What a work came to in another archive, from which it was brought along. */
export type BroughtCountsTable = {
  work_id: string;
  month: number;
  kudos: number;
  comments: number;
  bookmarks: number;
  subscribers: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    reading_days: ReadingDaysTable;
    reading_months: ReadingMonthsTable;
    brought_counts: BroughtCountsTable;
  }
}
