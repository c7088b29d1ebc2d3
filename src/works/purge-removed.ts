import type { Database } from "../plumbing/database/database.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { forgetEmptySeries } from "./put-in-series.ts";
import { forgetBefore } from "./trash.ts";
import "./sql/works-tables.ts";

/**
 * Forgets works and chapters that lay in the trash longer than promised, and their original files.
 *
 * The files go inside the transaction that takes the rows, where nobody else can begin to keep the same bytes (see
 * `keepOriginal`). A crash between leaves rows of things that nobody can take back; the next run takes them.
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
    if (ids.length === 0) return 0;
    const originals = await writer
      .selectFrom("originals")
      .select("file_key")
      .where("work_id", "in", ids)
      .execute();
    await writer.deleteFrom("originals").where("work_id", "in", ids).execute();
    const series = await writer
      .selectFrom("series_works")
      .select("series_id")
      .distinct()
      .where("work_id", "in", ids)
      .execute();
    await writer.deleteFrom("works").where("id", "in", ids).execute();
    await forgetEmptySeries(
      writer,
      series.map(({ series_id }) => series_id),
    );
    for (const workId of ids) await recordFact(writer, { type: "work-purged", workId }, now);
    for (const { file_key } of originals) {
      const stillNamed = await writer
        .selectFrom("originals")
        .select("id")
        .where("file_key", "=", file_key)
        .executeTakeFirst();
      if (!stillNamed) await files.remove(file_key);
    }
    return ids.length;
  });
}
