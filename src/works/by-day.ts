import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayLength } from "../vocabulary/days.ts";

/** What came to a work, or to one of its chapters, on a day (vocabulary/days.ts). */
export type OfDay = { workId: string; chapterId: string | null; day: number; count: number };

/**
 * Counts by day what came to works before a moment in ms, UTC; never from whom. For the works' authors alone: whoever
 * calls it has asked.
 */
export type CountByDay = (reader: Reader, workIds: string[], before: number) => Promise<OfDay[]>;

/** The day of a column with moments. The length of a day is written out: so both engines divide whole numbers. */
export function dayIn(column: string): RawBuilder<number> {
  return sql<number>`${sql.ref(column)} / ${sql.lit(dayLength)}`;
}
