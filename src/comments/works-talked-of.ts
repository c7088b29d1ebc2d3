import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "../works/works.ts";

/**
 * What talk needs to know of the works it stands under: their languages, and whether they tell nobody who wrote them. What
 * their authors say under those is said by "the author".
 */
export async function worksTalkedOf(
  reader: Reader | Writer,
  workIds: readonly string[],
): Promise<Map<string, { language: string; nameless: boolean }>> {
  if (workIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("works")
    .select(["id", "language", "anonymous"])
    .where("id", "in", [...new Set(workIds)])
    .execute();
  return new Map(rows.map(({ id, language, anonymous }) => [id, { language, nameless: anonymous === 1 }]));
}
