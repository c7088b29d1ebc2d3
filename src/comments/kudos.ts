import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { listChapters } from "../works/works.ts";
import "./sql/kudos-table.ts";

/** Whether a member has left kudos for a work. */
export async function hasLeftKudos(reader: Reader, member: Member, workId: string): Promise<boolean> {
  const kudos = await reader
    .selectFrom("kudos")
    .select("id")
    .where("work_id", "=", workId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  return kudos !== undefined;
}

/** Whether a chapter has another before it that readers have: the first one's thanks are those for the work. */
export async function isLaterChapter(
  reader: Reader | Writer,
  workId: string,
  chapterId: string,
): Promise<boolean> {
  const chapters = await listChapters(reader, { id: workId, mine: false });
  return chapters.findIndex(({ id }) => id === chapterId) > 0;
}

/** Whether a member has left kudos for this very chapter. */
export async function hasThankedForChapter(
  reader: Reader,
  member: Member,
  chapterId: string,
): Promise<boolean> {
  const kudos = await reader
    .selectFrom("chapter_kudos")
    .select("id")
    .where("chapter_id", "=", chapterId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  return kudos !== undefined;
}

/** How many kudos a later chapter has: for its authors. */
export async function countChapterKudos(reader: Reader, workId: string, chapterId: string): Promise<number> {
  const { count } = await reader
    .selectFrom("chapter_kudos")
    .select((row) => row.fn.countAll<number>().as("count"))
    // The index is of works: one has few later thanks, and the archive many.
    .where("work_id", "=", workId)
    .where("chapter_id", "=", chapterId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many kudos a work has: for its authors, whom nobody hides it from. */
export async function countKudos(reader: Reader, workId: string): Promise<number> {
  const counts = await reader
    .selectFrom("work_counts")
    .select("kudos")
    .where("work_id", "=", workId)
    .executeTakeFirst();
  return counts?.kudos ?? 0;
}

/** Whether a guest known by this hash has left kudos for a work. */
export async function isGuestOf(reader: Reader, guestHash: string, workId: string): Promise<boolean> {
  const kudos = await reader
    .selectFrom("kudos")
    .select("id")
    .where("work_id", "=", workId)
    .where("guest_hash", "=", guestHash)
    .executeTakeFirst();
  return kudos !== undefined;
}
