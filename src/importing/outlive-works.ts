import type { Database } from "../plumbing/database/database.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { forgetBefore } from "../works/trash.ts";
import "../works/works.ts";
import "./sql/imports-table.ts";

/**
 * Chapters that were brought in for a work, and not saved yet, outlive it: they become a work of their own. Done
 * before `purgeRemoved`, which would take them with the work.
 *
 * @param days how long the trash keeps things
 * @param now ms since 1970, UTC; the same as for `purgeRemoved`
 */
export async function outliveWorks(database: Database, days: number, now: number): Promise<void> {
  await database.write((writer) =>
    writer
      .updateTable("imports")
      .set({ work_id: null })
      .where("work_id", "in", (works) =>
        works.selectFrom("works").select("id").where("removed_at", "<", forgetBefore(now, days)),
      )
      .execute(),
  );
}

/** The same for works that are about to be forgotten because their keeper says so. */
export async function letImportsOutlive(writer: Writer, workIds: string[]): Promise<void> {
  await writer.updateTable("imports").set({ work_id: null }).where("work_id", "in", workIds).execute();
}
