import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { isPublishedFor } from "../works/open-works.ts";
import { addToCounts } from "../works/work-counts.ts";
import { isBookmarked } from "./bookmarks.ts";
import "./sql/bookmarks-table.ts";

/**
 * Keeps a work for a member; keeping it again changes nothing. It counts among the work's bookmarks, which say how many
 * and never whose.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound for a work that is not published, or not for this member
 */
export async function keepBookmark(
  writer: Writer,
  member: Member,
  workId: string,
  now: number,
): Promise<void> {
  if (!(await isPublishedFor(writer, member, workId))) throw new NotFound();
  if (await isBookmarked(writer, member, workId)) return;
  await writer
    .insertInto("bookmarks")
    .values({ account_id: member.accountId, work_id: workId, note: "", kept_at: now })
    .execute();
  await addToCounts(writer, [{ workId, bookmarks: 1 }], now);
}

/**
 * Lets a bookmark go, whatever became of its work; letting it go again changes nothing.
 *
 * @param now ms since 1970, UTC
 */
export async function dropBookmark(
  writer: Writer,
  member: Member,
  workId: string,
  now: number,
): Promise<void> {
  if (!(await isBookmarked(writer, member, workId))) return;
  await writer
    .deleteFrom("bookmarks")
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .execute();
  await addToCounts(writer, [{ workId, bookmarks: -1 }], now);
}

/**
 * Writes a member's own note on a bookmark.
 *
 * @throws NotFound when they do not keep the work
 */
export async function noteBookmark(
  writer: Writer,
  member: Member,
  workId: string,
  note: string,
): Promise<void> {
  if (!(await isBookmarked(writer, member, workId))) throw new NotFound();
  await writer
    .updateTable("bookmarks")
    .set({ note })
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .execute();
}
