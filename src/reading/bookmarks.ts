import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { openAmong } from "../works/open-works.ts";
import type { WorkCard } from "../works/work.ts";
import { asAsked, fillCards } from "../works/work-cards.ts";
import "./sql/bookmarks-table.ts";

/** A work a member keeps; `work` null: it is gone, or not theirs to open any more, and nothing of it is told. */
export type Bookmark = { workId: string; note: string; keptAt: number; work: WorkCard | null };

/** One page of a member's bookmarks. */
export type BookmarksPage = { bookmarks: Bookmark[]; count: number; page: number; pages: number };

/** The works a member keeps, the last kept first. Nobody else is shown them. A page past the end is the last. */
export async function listBookmarks(
  reader: Reader,
  member: Member,
  { page: asked, perPage }: { page: number; perPage: number },
): Promise<BookmarksPage> {
  const own = reader.selectFrom("bookmarks").where("account_id", "=", member.accountId);
  const { total } = await own
    .select((row) => row.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const count = Number(total);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(asked, pages);
  const rows = await own
    .select(["work_id as workId", "note", "kept_at as keptAt"])
    .orderBy("kept_at", "desc")
    .orderBy("work_id")
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const ids = rows.map(({ workId }) => workId);
  const open = await openAmong(reader, member, ids);
  // What one keeps oneself no rule hides.
  const cards = new Map((await fillCards(reader, member, open)).map((card) => [card.id, asAsked(card)]));
  return {
    bookmarks: rows.map((row) => ({ ...row, work: cards.get(row.workId) ?? null })),
    count,
    page,
    pages,
  };
}

/** Whether a member keeps a work. */
export async function isBookmarked(
  reader: Reader | Writer,
  member: Member,
  workId: string,
): Promise<boolean> {
  const kept = await reader
    .selectFrom("bookmarks")
    .select("work_id")
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .executeTakeFirst();
  return kept !== undefined;
}
