import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { countWords } from "../../story-text/count-words.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { newId } from "../../vocabulary/ids.ts";
import { followPictures } from "../follow-pictures.ts";
import type { ChapterFields } from "../work-fields.ts";
import "../sql/works-tables.ts";

/** The columns of `chapters` an author's fields fill. */
export function chapterColumns(fields: ChapterFields) {
  return {
    title: fields.title,
    summary: fields.summary,
    notes: fields.notes,
    end_notes: fields.endNotes,
    story: fields.story,
    word_count: fields.wordCount ?? countWords(readStored(fields.story)),
  };
}

/** Puts a draft chapter behind the last one of a work. Whose work it is was asked before. */
export async function insertChapter(
  writer: Writer,
  member: Member,
  workId: string,
  fields: ChapterFields,
  now: number,
): Promise<string> {
  const { last } = await writer
    .selectFrom("chapters")
    .select((chapter) => chapter.fn.max<number | null>("position").as("last"))
    .where("work_id", "=", workId)
    .executeTakeFirstOrThrow();
  const id = newId();
  await writer
    .insertInto("chapters")
    .values({
      ...chapterColumns(fields),
      id,
      work_id: workId,
      position: (last ?? 0) + 1,
      status: "draft",
      version: 1,
      created_at: now,
      updated_at: now,
      published_at: null,
      removed_at: null,
      saved_at: now,
      saved_by: member.accountId,
    })
    .execute();
  await followPictures(writer, id, fields.story, now);
  return id;
}
