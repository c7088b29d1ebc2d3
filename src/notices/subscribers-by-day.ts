import { sql } from "kysely";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import "./sql/notices-tables.ts";

/** How many subscribed to a work on a day (days since 1970, UTC). */
type OfDay = { workId: string; chapterId: null; day: number; count: number };

/** A day in ms; written into the statement, where both engines then divide whole numbers. */
const day = sql.lit(86_400_000);

/**
 * How many of those who are subscribed to works became so on which day; never who, and before a moment in ms, UTC. For
 * the works' authors alone: the caller asked.
 */
export async function subscribersByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("subscriptions")
    .select(["target_id as workId", sql<number>`made_at / ${day}`.as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("kind", "=", "work")
    .where("target_id", "in", workIds)
    .where("made_at", "<", before)
    .groupBy(["target_id", sql`made_at / ${day}`])
    .execute();
  return rows.map((row) => ({ ...row, chapterId: null, day: Number(row.day), count: Number(row.count) }));
}
