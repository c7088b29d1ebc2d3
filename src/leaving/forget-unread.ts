import type { Writer } from "../plumbing/database/reader-writer.ts";
import "../works/autosaves.ts";
import "../works/releases.ts";
import "../works/revisions.ts";

/**
 * Forgets of a work that nobody will write on what nobody could ever read again: draft chapters and those in the trash,
 * what waited to come out, and every earlier state of a chapter.
 */
export async function forgetUnread(writer: Writer, workId: string): Promise<void> {
  await writer
    .deleteFrom("chapters")
    .where("work_id", "=", workId)
    .where((row) => row.or([row("status", "=", "draft"), row("removed_at", "is not", null)]))
    .execute();
  for (const table of ["releases", "release_queues", "autosaves"] as const)
    await writer.deleteFrom(table).where("work_id", "=", workId).execute();
  for (const table of ["chapter_revisions", "revision_stories", "revision_pictures"] as const)
    await writer
      .deleteFrom(table)
      .where("chapter_id", "in", (query) =>
        query.selectFrom("chapters").select("id").where("work_id", "=", workId),
      )
      .execute();
}
