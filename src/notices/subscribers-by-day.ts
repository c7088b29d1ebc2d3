import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayIn, type OfDay } from "../works/by-day.ts";
import "./sql/notices-tables.ts";

/** How many of those who follow works began to on which day: a `CountByDay`. */
export async function subscribersByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("subscriptions")
    .select(["target_id as workId", dayIn("made_at").as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("kind", "=", "work")
    .where("target_id", "in", workIds)
    .where("made_at", "<", before)
    .groupBy(["target_id", dayIn("made_at")])
    .execute();
  return rows.map((row) => ({ ...row, chapterId: null, day: Number(row.day), count: Number(row.count) }));
}
