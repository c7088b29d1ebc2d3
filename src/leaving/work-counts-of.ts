import type { Reader } from "../plumbing/database/reader-writer.ts";
import "../works/works.ts";

/** How many comments and kudos a work has. */
export async function findWorkCounts(
  reader: Reader,
  workId: string,
): Promise<{ comments: number; kudos: number }> {
  const counts = await reader
    .selectFrom("work_counts")
    .select(["comments", "kudos"])
    .where("work_id", "=", workId)
    .executeTakeFirst();
  return counts ?? { comments: 0, kudos: 0 };
}
