import type { Reader } from "../plumbing/database/reader-writer.ts";
import "./works.ts";

/**
 * What tells one state of works from the next, as their readers have them: another word when a chapter came, went or was
 * changed, or the work itself. Says nothing of what it is made of.
 */
export async function keptEditions(
  reader: Reader,
  workIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (workIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("works")
    .leftJoin("chapters", (join) =>
      join
        .onRef("chapters.work_id", "=", "works.id")
        .on("chapters.status", "=", "published")
        .on("chapters.removed_at", "is", null),
    )
    .select(["works.id", "works.updated_at as updatedAt"])
    .select(({ fn }) => [
      fn.count<number>("chapters.id").as("chapters"),
      fn.sum<number | null>("chapters.version").as("versions"),
      fn.max<number | null>("chapters.updated_at").as("changedAt"),
    ])
    .where("works.id", "in", workIds)
    .groupBy(["works.id", "works.updated_at"])
    .execute();
  return new Map(
    rows.map(({ id, updatedAt, chapters, versions, changedAt }) => [
      id,
      [updatedAt, chapters, versions ?? 0, changedAt ?? 0].map((one) => Number(one).toString(36)).join("."),
    ]),
  );
}
