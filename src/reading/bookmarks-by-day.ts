import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayIn, type OfDay } from "../works/by-day.ts";
import "./sql/bookmarks-table.ts";

/** How many of the bookmarks that works have were kept on which day: a `CountByDay`. */
export async function bookmarksByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("bookmarks")
    .select(["work_id as workId", dayIn("kept_at").as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "in", workIds)
    .where("kept_at", "<", before)
    .groupBy(["work_id", dayIn("kept_at")])
    .execute();
  return rows.map((row) => ({ ...row, chapterId: null, day: Number(row.day), count: Number(row.count) }));
}
