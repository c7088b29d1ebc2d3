import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "../works/works.ts";

/** Those of these works that tell nobody who wrote them: what their authors say under them is said by "the author". */
export async function worksWithoutNames(
  reader: Reader | Writer,
  workIds: readonly string[],
): Promise<Set<string>> {
  if (workIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom("works")
    .select("id")
    .where("id", "in", [...new Set(workIds)])
    .where("anonymous", "=", 1)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
