import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";

/** Where a member is in a chapter; `marks` finds the paragraph again (find-paragraph.ts). */
export type Place = { chapterId: string; paragraph: number; marks: string; readAt: number };

/** A member's own places in these chapters, the one they read last first. */
export async function placesOf(
  reader: Reader | Writer,
  member: Member,
  chapterIds: readonly string[],
): Promise<Place[]> {
  if (chapterIds.length === 0) return [];
  return reader
    .selectFrom("reading_places")
    .select(["chapter_id as chapterId", "paragraph", "marks", "read_at as readAt"])
    .where("account_id", "=", member.accountId)
    .where("chapter_id", "in", chapterIds)
    .orderBy("read_at", "desc")
    .execute();
}
