import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { type OwnWork, ownWork } from "../own-work.ts";
import type { ChaptersTable } from "../sql/works-tables.ts";

/** What an operation needs to know of the chapter it changes, and of its work. */
export type OwnChapter = {
  work: OwnWork;
  chapter: Pick<ChaptersTable, "id" | "status" | "version" | "word_count" | "removed_at">;
};

/**
 * The chapter an operation is about to change, with its work, inside its transaction.
 *
 * @throws NotFound unless it is a chapter of the member's own work, and neither is taken away
 */
export async function ownChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
): Promise<OwnChapter> {
  const own = await ownChapterOrRemoved(writer, member, workId, chapterId);
  if (own.chapter.removed_at !== null) throw new NotFound();
  return own;
}

/**
 * The same, where the chapter may lie in the trash: for taking it away and taking it back, both of
 * which may be asked twice.
 *
 * @throws NotFound unless it is a chapter of the member's own work, which is not taken away
 */
export async function ownChapterOrRemoved(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
): Promise<OwnChapter> {
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
