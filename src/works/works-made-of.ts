import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import "./sql/related-tables.ts";
import "./sql/works-tables.ts";

/** The works that say they are made of this one: their pages and files name it. */
export async function worksMadeOf(reader: Reader | Writer, workIds: readonly string[]): Promise<string[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("related_works")
    .select("work_id")
    .distinct()
    .where("other_work_id", "in", workIds)
    .execute();
  return rows.map(({ work_id }) => work_id);
}

/** Says that what they are made of goes, before it does: afterwards nobody knows any more which files named it. */
export async function tellWorksMadeOf(
  writer: Writer,
  workIds: readonly string[],
  now: number,
): Promise<void> {
  for (const workId of await worksMadeOf(writer, workIds)) {
    if (workIds.includes(workId)) continue;
    await recordFact(writer, { type: "work-changed", workId }, now);
  }
}
