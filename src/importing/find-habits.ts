import type { Reader } from "../plumbing/database/reader-writer.ts";
import { type Habits, habitsOf } from "./kept-decisions.ts";
import "./sql/imports-table.ts";

/** How many of a work's imports are looked back on. */
const mostImports = 10;

/** What the writer of a work always answers when something is brought in for it. Whose it is was asked before. */
export async function findHabits(reader: Reader, workId: string | null): Promise<Habits> {
  if (workId === null) return habitsOf([]);
  const rows = await reader
    .selectFrom("import_decisions")
    .select("decisions")
    .where("work_id", "=", workId)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(mostImports)
    .execute();
  return habitsOf(rows.map(({ decisions }) => JSON.parse(decisions)));
}
