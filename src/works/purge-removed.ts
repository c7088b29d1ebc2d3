import type { Database } from "../plumbing/database/database.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { forgetWorks } from "./trash/forget-works.ts";
import { forgetBefore } from "./trash.ts";
import "./sql/works-tables.ts";

/**
 * Forgets works, chapters and series that lay in the trash longer than promised, and their original files. What a crash leaves
 * nobody can take back; the next run takes it.
 *
 * @param days how long the trash keeps things
 * @param now ms since 1970, UTC
 * @returns how many works were forgotten
 */
export async function purgeRemoved(
  database: Database,
  files: FileStore,
  days: number,
  now: number,
): Promise<number> {
  const before = forgetBefore(now, days);
  return database.write(async (writer) => {
    const works = await writer
      .selectFrom("works")
      .select("id")
      .where("removed_at", "is not", null)
      .where("removed_at", "<", before)
      .execute();
    const ids = works.map(({ id }) => id);
    const shortened = await writer
      .deleteFrom("chapters")
      .where("removed_at", "is not", null)
      .where("removed_at", "<", before)
      .returning("work_id")
      .execute();
    for (const workId of new Set(shortened.map(({ work_id }) => work_id)))
      if (!ids.includes(workId)) await recordFact(writer, { type: "chapters-purged", workId }, now);
    // Its works told of it when it went; what is forgotten here nobody saw any longer.
    await writer
      .deleteFrom("series")
      .where("removed_at", "is not", null)
      .where("removed_at", "<", before)
      .execute();
    await forgetWorks(writer, files, ids, now);
    return ids.length;
  });
}
