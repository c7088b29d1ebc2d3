import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { forgetEmptySeries } from "../put-in-series.ts";
import "../sql/works-tables.ts";

/**
 * Forgets works for good, with all that lies beside them, and their original files. Whether they may be was asked before.
 *
 * The files go inside the transaction that takes the rows, where nobody else can begin to keep the same bytes (see
 * `keepOriginal`). A crash between leaves rows of things in the trash whose files are gone; they can be forgotten again.
 *
 * @param now ms since 1970, UTC
 */
export async function forgetWorks(
  writer: Writer,
  files: FileStore,
  ids: string[],
  now: number,
): Promise<void> {
  if (ids.length === 0) return;
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
}
