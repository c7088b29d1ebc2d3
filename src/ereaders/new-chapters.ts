import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/devices-tables.ts";

/** Works and chapters looked up or written down by one statement. */
const together = 400;

/**
 * The chapters readers have that a device has not fetched, by work, in the order of the works. A work that has none is
 * not there.
 *
 * @param workIds works that its member may read
 */
export async function newChapters(
  reader: Reader,
  deviceId: string,
  workIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (let from = 0; from < workIds.length; from += together) {
    const ids = workIds.slice(from, from + together);
    const rows = await reader
      .selectFrom("chapters")
      .leftJoin("device_chapters", (join) =>
        join.onRef("device_chapters.chapter_id", "=", "chapters.id").on("device_id", "=", deviceId),
      )
      .select(["chapters.id", "chapters.work_id"])
      .where("chapters.work_id", "in", ids)
      .where("chapters.status", "=", "published")
      .where("chapters.removed_at", "is", null)
      .where("device_chapters.chapter_id", "is", null)
      .execute();
    const byWork = Map.groupBy(rows, ({ work_id }) => work_id);
    for (const workId of ids) {
      const chapters = byWork.get(workId);
      if (chapters) found.set(workId, new Set(chapters.map(({ id }) => id)));
    }
  }
  return found;
}

/**
 * Writes down what a device has fetched; a device that is gone meanwhile has fetched nothing.
 *
 * @param now ms since 1970, UTC
 */
export async function markFetched(
  writer: Writer,
  deviceId: string,
  given: readonly { workId: string; chapterIds: readonly string[] }[],
  now: number,
): Promise<void> {
  const device = await writer
    .selectFrom("devices")
    .select("id")
    .where("id", "=", deviceId)
    .executeTakeFirst();
  if (!device) return;
  const rows = given.flatMap(({ workId, chapterIds }) =>
    chapterIds.map((chapterId) => ({
      device_id: deviceId,
      work_id: workId,
      chapter_id: chapterId,
      fetched_at: now,
    })),
  );
  for (let from = 0; from < rows.length; from += together)
    await writer
      .insertInto("device_chapters")
      .values(rows.slice(from, from + together))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
