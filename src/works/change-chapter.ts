import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { countPublished } from "./count-published.ts";
import { followPictures } from "./follow-pictures.ts";
import { chapterColumns } from "./insert-chapter.ts";
import { ownChapter } from "./own-chapter.ts";
import { SavedMeanwhile } from "./own-work.ts";
import { touchWork } from "./touch-work.ts";
import { NotReady } from "./what-is-lacking.ts";
import type { ChapterFields } from "./work-fields.ts";
import "./sql/works-tables.ts";

/**
 * Saves a chapter. A published one shows the change at once, and so may not lose its story.
 *
 * @param version the version the author's form was filled from
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
): Promise<void> {
  const { work, chapter } = await ownChapter(writer, member, workId, chapterId);
  if (chapter.version !== version) throw new SavedMeanwhile();
  const columns = chapterColumns(fields);
  if (chapter.status === "published" && columns.word_count === 0) throw new NotReady(["story"]);
  await writer
    .updateTable("chapters")
    .set({ ...columns, version: version + 1, updated_at: now })
    .where("id", "=", chapterId)
    .execute();
  await followPictures(writer, chapterId, fields.story, now);
  await touchWork(writer, workId, now);
  if (chapter.status !== "published") return;
  await countPublished(writer, workId);
  if (work.status === "published") await recordFact(writer, { type: "work-changed", workId }, now);
}
