import { sql } from "kysely";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { monthOfDay } from "./months.ts";
import "./sql/statistics-tables.ts";

/** How often a chapter was read to its end in a month, or in a part of it. */
export type ReadingSum = {
  workId: string;
  chapterId: string;
  month: number;
  finished: number;
  words: number;
  workFinished: number;
};

const columns = [
  "work_id as workId",
  "chapter_id as chapterId",
  "finished",
  "words",
  "work_finished as workFinished",
] as const;

/** The sums of these works before a day, folded into their months or not yet; for their authors alone: the caller asked. */
export async function readingSums(
  reader: Reader,
  workIds: string[],
  beforeDay: number,
): Promise<ReadingSum[]> {
  // One question for both, so that a day that is being folded is found in one place and not in two.
  const rows = await reader
    .selectFrom("reading_months")
    .select([...columns, sql<number | null>`month`.as("month"), sql<number | null>`null`.as("day")])
    .where("work_id", "in", workIds)
    .unionAll(
      reader
        .selectFrom("reading_days")
        .select([...columns, sql<number | null>`null`.as("month"), sql<number | null>`day`.as("day")])
        .where("work_id", "in", workIds)
        .where("day", "<", beforeDay),
    )
    .execute();
  return rows.map(({ month, day, ...row }) => ({ ...row, month: month ?? monthOfDay(day ?? 0) }));
}
