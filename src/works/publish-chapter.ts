import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { ownChapter } from "./chapters/own-chapter.ts";
import { leaveReleases } from "./leave-releases.ts";
import { publishWork } from "./publish-work.ts";
import { type Announcement, announced } from "./releases/announcement.ts";
import { giveChapter } from "./releases/give-to-readers.ts";
import { NotReady } from "./what-is-lacking.ts";
import "./sql/works-tables.ts";

/**
 * Publishes one chapter; in a work that is still a draft it publishes the work. Publishing it again
 * does nothing. What was planned for it no longer holds.
 *
 * @param announcement what readers learn of it; a new work is always told of
 * @throws NotFound, NotReady
 */
export async function publishChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
  announcement: Announcement = announced,
): Promise<void> {
  const { work, chapter } = await ownChapter(writer, member, workId, chapterId);
  if (work.status === "published" && chapter.status === "published") return;
  if (chapter.word_count === 0) throw new NotReady(["story"]);
  if (work.status === "draft") {
    await leaveReleases(writer, workId, [chapterId], now);
    return publishWork(writer, member, workId, now);
  }
  return giveChapter(writer, workId, chapterId, now, announcement);
}
