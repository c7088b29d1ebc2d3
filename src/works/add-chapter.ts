import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { insertChapter } from "./chapters/insert-chapter.ts";
import { touchWork } from "./chapters/touch-work.ts";
import { ownWork } from "./own-work.ts";
import type { ChapterFields } from "./work-fields.ts";

/**
 * Adds a draft chapter at the end of a work.
 *
 * @returns the chapter's id
 * @throws NotFound
 */
export async function addChapter(
  writer: Writer,
  member: Member,
  workId: string,
  fields: ChapterFields,
  now: number,
): Promise<string> {
  await ownWork(writer, member, workId);
  await touchWork(writer, workId, now);
  return insertChapter(writer, member, workId, fields, now);
}
