import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { followPictures } from "../follow-pictures.ts";
import { keepRevision } from "../keep-revision.ts";
import type { ChapterFields } from "../work-fields.ts";
import { chapterColumns } from "./insert-chapter.ts";
import "../sql/works-tables.ts";

/**
 * Writes a chapter's fields as its next version; what stood there becomes a revision, unless it is the same. Whatever
 * changes a chapter's words comes through here. Whose it is was asked before.
 *
 * @returns how many words its story has now
 */
export async function saveChapterFields(
  writer: Writer,
  member: Member,
  chapter: { id: string; version: number },
  fields: ChapterFields,
  now: number,
): Promise<number> {
  const columns = chapterColumns(fields);
  const isChanged = await keepRevision(writer, chapter.id, columns);
  await writer
    .updateTable("chapters")
    .set({ ...columns, version: chapter.version + 1, updated_at: now })
    .$if(isChanged, (query) => query.set({ saved_at: now, saved_by: member.accountId }))
    .where("id", "=", chapter.id)
    .execute();
  await followPictures(writer, chapter.id, fields.story, now);
  return columns.word_count;
}
