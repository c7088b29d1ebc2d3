import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { countPublished } from "../count-published.ts";
import { leaveReleases } from "../leave-releases.ts";
import { askAboutRelated } from "../write-related.ts";
import type { Announcement } from "./announcement.ts";
import "../sql/works-tables.ts";

/**
 * Gives readers a chapter of a work they have already. Whether it is ready, and who may do so, was asked before;
 * it waits for no time any longer.
 */
export async function giveChapter(
  writer: Writer,
  workId: string,
  chapterId: string,
  now: number,
  { told, movesUp }: Announcement,
): Promise<void> {
  await publishThem(writer, [chapterId], now);
  await writer
    .updateTable("works")
    .set({ updated_at: now, ...(movesUp ? { revised_at: now } : {}) })
    .where("id", "=", workId)
    .execute();
  await leaveReleases(writer, workId, [chapterId], now);
  await countPublished(writer, workId);
  await recordFact(writer, { type: "chapter-published", workId, chapterId, announced: told }, now);
}

/** Gives readers a work they do not have yet, with these of its chapters. Asked before: the same as for a chapter. */
export async function giveWorkWith(
  writer: Writer,
  workId: string,
  chapterIds: string[],
  now: number,
): Promise<void> {
  await publishThem(writer, chapterIds, now);
  await writer
    .updateTable("works")
    .set({ status: "published", published_at: now, revised_at: now, updated_at: now })
    .where("id", "=", workId)
    .execute();
  await leaveReleases(writer, workId, chapterIds, now);
  await countPublished(writer, workId);
  await recordFact(writer, { type: "work-published", workId }, now);
  await askAboutRelated(writer, workId, now);
}

async function publishThem(writer: Writer, chapterIds: string[], now: number): Promise<void> {
  await writer
    .updateTable("chapters")
    .set({ status: "published", published_at: now, updated_at: now })
    .where("id", "in", chapterIds)
    .execute();
}
