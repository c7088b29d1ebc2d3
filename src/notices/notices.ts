import { type SqlBool, sql } from "kysely";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { type NoticeRow, noticeColumns } from "./notice-row.ts";
import { type Rooms, type Told, tellNotices } from "./told.ts";
import "./sql/notices-tables.ts";

/** Notices shown as new at once; more are new the next time. */
const mostNew = 100;
/** Earlier ones on one page. */
const earlierOnPage = 40;
/** New notices that are counted for the head of a page: each is asked whether it may still be told. */
const mostCounted = 50;

/** A member's notices: the new ones first, then a page of those they have read. */
export type NoticeList = {
  fresh: Told[];
  earlier: Told[];
  /** The new ones from the first to the last of the page; what came in since, or found no room on it, is not read by reading these. */
  span: { newestAt: number; oldestId: string };
  /** The notice that the next page goes on after. */
  next: string | null;
};

/** @param after the id of a read notice, to go on after; then nothing is new on the page */
export async function listNotices(
  reader: Reader,
  rooms: Rooms,
  member: Member,
  after: string | null,
): Promise<NoticeList> {
  const from =
    after !== null && looksLikeId(after)
      ? await onSite(reader, member).select(["noted_at", "id"]).where("id", "=", after).executeTakeFirst()
      : undefined;
  const fresh = from ? [] : await readFresh(reader, rooms, member);
  const earlier = await onSite(reader, member)
    .select(noticeColumns)
    .where("read_at", "is not", null)
    .$if(from !== undefined, (query) =>
      query.where((row) =>
        row(row.refTuple("noted_at", "id"), "<", row.tuple(from?.noted_at ?? 0, from?.id ?? "")),
      ),
    )
    .orderBy("noted_at", "desc")
    .orderBy("id", "desc")
    .limit(earlierOnPage + 1)
    .execute();
  const shown = earlier.slice(0, earlierOnPage);
  const told = await tellNotices(reader, rooms, member, [...fresh, ...shown]);
  return {
    fresh: told.filter(({ isRead }) => !isRead),
    earlier: told.filter(({ isRead }) => isRead),
    span: { newestAt: fresh[0]?.notedAt ?? 0, oldestId: fresh.at(-1)?.id ?? "" },
    next: earlier.length > earlierOnPage ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The newest of the new notices; where none of a hundred can be told any more, those before them too. */
async function readFresh(reader: Reader, rooms: Rooms, member: Member): Promise<NoticeRow[]> {
  const fresh: NoticeRow[] = [];
  for (;;) {
    const rows = await unread(reader, member, mostNew, fresh.at(-1));
    fresh.push(...rows);
    if (rows.length < mostNew || (await tellNotices(reader, rooms, member, rows)).length > 0) return fresh;
  }
}

/** How many notices are new to a member, of those that they may be told now; counted no further than fifty. */
export async function countNew(reader: Reader, rooms: Rooms, member: Member): Promise<number> {
  const rows = await unread(reader, member, mostCounted);
  return (await tellNotices(reader, rooms, member, rows)).length;
}

/**
 * Marks the new notices of a page as read, those among them too that could not be told.
 *
 * @param now ms since 1970, UTC
 */
export async function markRead(
  writer: Writer,
  member: Member,
  { newestAt, oldestId }: NoticeList["span"],
  now: number,
): Promise<void> {
  if (!looksLikeId(oldestId)) return;
  const oldest = await writer
    .selectFrom("notices")
    .select(["noted_at", "id"])
    .where("account_id", "=", member.accountId)
    .where("id", "=", oldestId)
    .executeTakeFirst();
  if (!oldest) return;
  await writer
    .updateTable("notices")
    .set({ read_at: now })
    .where("account_id", "=", member.accountId)
    .where(isOnSite)
    .where("read_at", "is", null)
    .where("noted_at", "<=", newestAt)
    // Many may have been noted in one moment.
    .where((row) => row(row.refTuple("noted_at", "id"), ">=", row.tuple(oldest.noted_at, oldest.id)))
    .execute();
}

function unread(reader: Reader, member: Member, most: number, after?: NoticeRow): Promise<NoticeRow[]> {
  return onSite(reader, member)
    .select(noticeColumns)
    .where("read_at", "is", null)
    .$if(after !== undefined, (query) =>
      query.where((row) =>
        row(row.refTuple("noted_at", "id"), "<", row.tuple(after?.notedAt ?? 0, after?.id ?? "")),
      ),
    )
    .orderBy("noted_at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
}

function onSite(reader: Reader, member: Member) {
  return reader.selectFrom("notices").where("account_id", "=", member.accountId).where(isOnSite);
}

/** Written out as the index of these is, so that both engines know it again: every page asks how many are new. */
const isOnSite = sql<SqlBool>`notices.on_site = 1`;
