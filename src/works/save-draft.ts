import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { newId } from "../vocabulary/ids.ts";
import { insertChapter } from "./chapters/insert-chapter.ts";
import type { ChapterFields, WorkFields } from "./work-fields.ts";
import { workColumns, writeWorkParts } from "./write-work-parts.ts";
import "./sql/works-tables.ts";

/**
 * Keeps a new work as a draft, with its first chapter: only its author can see it.
 *
 * @param now ms since 1970, UTC
 * @returns the ids of the work and of its chapter
 */
export async function saveDraft(
  writer: Writer,
  member: Member,
  fields: WorkFields,
  firstChapter: ChapterFields,
  now: number,
): Promise<{ workId: string; chapterId: string }> {
  const workId = newId();
  await writer
    .insertInto("works")
    .values({
      ...workColumns(fields),
      id: workId,
      account_id: member.accountId,
      status: "draft",
      chapter_count: 0,
      word_count: 0,
      version: 1,
      created_at: now,
      updated_at: now,
      published_at: null,
      revised_at: null,
      removed_at: null,
    })
    .execute();
  await writeWorkParts(writer, workId, member.accountId, fields, now);
  const chapterId = await insertChapter(writer, member, workId, firstChapter, now);
  return { workId, chapterId };
}
