import type { Member } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { countPublished } from "../count-published.ts";
import { settleQueue } from "../leave-releases.ts";
import type { WorkStatus } from "../work.ts";
import { ownChapterOrRemoved } from "./own-chapter.ts";
import "../sql/works-tables.ts";

/** A work keeps at least one chapter, a published work one that readers have: to take the last away, take the work away. */
export class LastChapter extends Error {
  override name = "LastChapter";
}

/**
 * Takes a chapter away; it can be taken back for as long as the trash keeps it. Doing it again does nothing.
 *
 * @throws NotFound, LastChapter
 */
export async function removeChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
): Promise<void> {
  const { work, chapter } = await ownChapterOrRemoved(writer, member, workId, chapterId);
  if (chapter.removed_at !== null) return;
  if (await isLastChapter(writer, work, chapter)) throw new LastChapter();
  await writer.updateTable("chapters").set({ removed_at: now }).where("id", "=", chapterId).execute();
  await settleQueue(writer, workId, now);
  await countPublished(writer, workId);
  if (work.status === "published" && chapter.status === "published")
    await recordFact(writer, { type: "work-changed", workId }, now);
}

/** Whether a chapter is the one its work cannot be without. */
export async function isLastChapter(
  reader: Reader | Writer,
  work: { id: string; status: WorkStatus },
  chapter: { id: string; status: WorkStatus },
): Promise<boolean> {
  const another = await reader
    .selectFrom("chapters")
    .select("id")
    .where("work_id", "=", work.id)
    .where("id", "!=", chapter.id)
    .where("removed_at", "is", null)
    .$if(work.status === "published" && chapter.status === "published", (query) =>
      query.where("status", "=", "published"),
    )
    .executeTakeFirst();
  return another === undefined;
}
