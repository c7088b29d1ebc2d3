import type { Writer } from "../plumbing/database/reader-writer.ts";
import { followPictures } from "./follow-pictures.ts";
import { chapterColumns } from "./insert-chapter.ts";
import type { ChapterFields } from "./work-fields.ts";
import "./sql/works-tables.ts";

/**
 * Writes a chapter's fields as its next version. Whose it is was asked before.
 *
 * @returns how many words its story has now
 */
export async function saveChapterFields(
  writer: Writer,
  chapter: { id: string; version: number },
  fields: ChapterFields,
  now: number,
): Promise<number> {
  const columns = chapterColumns(fields);
  await writer
    .updateTable("chapters")
    .set({ ...columns, version: chapter.version + 1, updated_at: now })
    .where("id", "=", chapter.id)
    .execute();
  await followPictures(writer, chapter.id, fields.story, now);
  return columns.word_count;
}
