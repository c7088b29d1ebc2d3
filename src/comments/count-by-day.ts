import { sql } from "kysely";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import "./sql/comments-tables.ts";
import "./sql/kudos-table.ts";

/** What came to a work, or to one of its chapters, on a day (days since 1970, UTC). */
type OfDay = { workId: string; chapterId: string | null; day: number; count: number };

/** A day in ms; written into the statement, where both engines then divide whole numbers. */
const day = sql.lit(86_400_000);

/** How many kudos works were given, day by day; before a moment in ms, UTC. For their authors alone: the caller asked. */
export async function kudosByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("kudos")
    .select(["work_id as workId", sql<number>`given_at / ${day}`.as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "in", workIds)
    .where("given_at", "<", before)
    .groupBy(["work_id", sql`given_at / ${day}`])
    .execute();
  return rows.map((row) => ({ ...row, chapterId: null, day: Number(row.day), count: Number(row.count) }));
}

/** How many of the comments that readers see were made, day by day; those of its authors are not counted. */
export async function commentsByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("comments")
    .select(["work_id as workId", "chapter_id as chapterId", sql<number>`created_at / ${day}`.as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "in", workIds)
    .where("status", "=", "shown")
    .where("as_author", "=", 0)
    .where("created_at", "<", before)
    .groupBy(["work_id", "chapter_id", sql`created_at / ${day}`])
    .execute();
  return rows.map((row) => ({ ...row, day: Number(row.day), count: Number(row.count) }));
}
