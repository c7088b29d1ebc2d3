import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayIn, type OfDay } from "../works/by-day.ts";
import "./sql/comments-tables.ts";
import "./sql/kudos-table.ts";

/** How many kudos works were given on which day: a `CountByDay`. */
export async function kudosByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("kudos")
    .select(["work_id as workId", dayIn("given_at").as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "in", workIds)
    .where("given_at", "<", before)
    .groupBy(["work_id", dayIn("given_at")])
    .execute();
  return rows.map((row) => ({ ...row, chapterId: null, day: Number(row.day), count: Number(row.count) }));
}

/** How many of the comments that readers see were made on which day; those of the authors are not counted: a `CountByDay`. */
export async function commentsByDay(reader: Reader, workIds: string[], before: number): Promise<OfDay[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("comments")
    .select(["work_id as workId", "chapter_id as chapterId", dayIn("created_at").as("day")])
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "in", workIds)
    .where("status", "=", "shown")
    .where("as_author", "=", 0)
    .where("created_at", "<", before)
    .groupBy(["work_id", "chapter_id", dayIn("created_at")])
    .execute();
  return rows.map((row) => ({ ...row, day: Number(row.day), count: Number(row.count) }));
}
