import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { ownChapter } from "../chapters/own-chapter.ts";
import type { OwnWork } from "../own-work.ts";
import type { WorkStatus } from "../work.ts";
import type { ChapterFields } from "../work-fields.ts";
import "../sql/works-tables.ts";

/** A chapter with all its author's fields, about to be changed. */
export type OwnChapterText = {
  id: string;
  version: number;
  status: WorkStatus;
  position: number;
  publishedAt: number | null;
  fields: ChapterFields;
};

/**
 * The chapter an operation is about to change, with its text and its work, inside its transaction.
 *
 * @throws NotFound unless it is a chapter of the member's own work, and neither is taken away
 */
export async function ownChapterText(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
): Promise<{ work: OwnWork; chapter: OwnChapterText }> {
  const { work } = await ownChapter(writer, member, workId, chapterId);
  const { id, version, status, position, published_at, ...fields } = await writer
    .selectFrom("chapters")
    .select(["id", "version", "status", "position", "published_at"])
    .select(["title", "summary", "notes", "end_notes as endNotes", "story"])
    .where("id", "=", chapterId)
    .executeTakeFirstOrThrow();
  return { work, chapter: { id, version, status, position, publishedAt: published_at, fields } };
}
