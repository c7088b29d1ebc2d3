import { sql } from "kysely";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { OfDay } from "./of-day.ts";
import "./sql/bookmarks-table.ts";

/** A day in ms; written into the statement, where both engines then divide whole numbers. */
const day = sql.lit(86_400_000);

/** How many of the bookmarks that works have were kept on which day; never whose, and before a moment in ms, UTC. */
export async function bookmarksByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("bookmarks")
    .select(["work_id as workId", sql<number>`kept_at / ${day}`.as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "in", workIds)
    .where("kept_at", "<", before)
    .groupBy(["work_id", sql`kept_at / ${day}`])
    .execute();
  return rows.map((row) => ({ ...row, chapterId: null, day: Number(row.day), count: Number(row.count) }));
}
