import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { ownChapter } from "./chapters/own-chapter.ts";
import { saveChapterFields } from "./chapters/save-chapter-fields.ts";
import { moveUp, touchWork } from "./chapters/touch-work.ts";
import { countPublished } from "./count-published.ts";
import { SavedMeanwhile } from "./own-work.ts";
import { type Announcement, quiet } from "./releases/announcement.ts";
import { NotReady } from "./what-is-lacking.ts";
import type { ChapterFields } from "./work-fields.ts";
import "./sql/works-tables.ts";

/**
 * Saves a chapter. A published one shows the change at once, and so may not lose its story.
 *
 * @param version the version the author's form was filled from
 * @param announcement what readers learn of it, when they have the chapter
 * @throws NotFound, SavedMeanwhile, NotReady
 */
export async function changeChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  version: number,
  fields: ChapterFields,
  now: number,
  announcement: Announcement = quiet,
): Promise<void> {
  const { work, chapter } = await ownChapter(writer, member, workId, chapterId);
  if (chapter.version !== version) throw new SavedMeanwhile();
  const words = await saveChapterFields(writer, member, chapter, fields, now);
  if (chapter.status === "published" && words === 0) throw new NotReady(["story"]);
  await touchWork(writer, workId, now);
  if (chapter.status !== "published") return;
  await countPublished(writer, workId);
  if (work.status !== "published") return;
  if (announcement.movesUp) await moveUp(writer, workId, now);
  await recordFact(writer, { type: "work-changed", workId }, now);
  if (announcement.told) await recordFact(writer, { type: "chapter-revised", workId, chapterId }, now);
}
