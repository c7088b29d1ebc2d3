import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { type OwnWork, ownWork } from "./own-work.ts";
import type { ChaptersTable } from "./sql/works-tables.ts";

/**
 * The chapter an operation is about to change, with its work, inside its transaction.
 *
 * @throws NotFound unless it is a chapter of the member's own work
 */
export async function ownChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
): Promise<{
  work: OwnWork;
  chapter: Pick<ChaptersTable, "id" | "status" | "version" | "word_count" | "removed_at">;
}> {
  const work = await ownWork(writer, member, workId);
  const chapter = await writer
    .selectFrom("chapters")
    .select(["id", "status", "version", "word_count", "removed_at"])
    .where("id", "=", chapterId)
    .where("work_id", "=", workId)
    .executeTakeFirst();
  if (!chapter) throw new NotFound();
  return { work, chapter };
}
