import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { newId } from "../../vocabulary/ids.ts";
import { ownWork, SavedMeanwhile } from "../own-work.ts";
import "../sql/releases-tables.ts";

/**
 * Tells the readers of a work something that is no chapter. Whoever may see the work sees it; on a draft, its authors.
 *
 * @param text clean note HTML
 * @returns its id
 * @throws NotFound
 */
export async function postNews(
  writer: Writer,
  member: Member,
  workId: string,
  text: string,
  now: number,
): Promise<string> {
  const work = await ownWork(writer, member, workId);
  const newsId = newId();
  await writer
    .insertInto("news")
    .values({ id: newsId, work_id: workId, text, version: 1, posted_at: now, edited_at: null })
    .execute();
  if (work.status === "published") await recordFact(writer, { type: "news-posted", workId, newsId }, now);
  return newsId;
}

/**
 * Changes what news says; it stays where it stands.
 *
 * @param version the version the author's form was filled from
 * @throws NotFound, SavedMeanwhile
 */
export async function changeNews(
  writer: Writer,
  member: Member,
  workId: string,
  newsId: string,
  version: number,
  text: string,
  now: number,
): Promise<void> {
  const work = await ownWork(writer, member, workId);
  const news = await writer
    .selectFrom("news")
    .select(["version", "text"])
    .where("id", "=", newsId)
    .where("work_id", "=", workId)
    .executeTakeFirst();
  if (!news) throw new NotFound();
  if (news.version !== version) throw new SavedMeanwhile();
  if (news.text === text) return;
  await writer
    .updateTable("news")
    .set({ text, version: version + 1, edited_at: now })
    .where("id", "=", newsId)
    .execute();
  if (work.status === "published") await recordFact(writer, { type: "news-changed", workId, newsId }, now);
}

/**
 * Takes news back. Doing it again does nothing.
 *
 * @throws NotFound unless the member may change the work
 */
export async function removeNews(
  writer: Writer,
  member: Member,
  workId: string,
  newsId: string,
  now: number,
): Promise<void> {
  const work = await ownWork(writer, member, workId);
  const removed = await writer
    .deleteFrom("news")
    .where("id", "=", newsId)
    .where("work_id", "=", workId)
    .returning("id")
    .executeTakeFirst();
  if (removed && work.status === "published")
    await recordFact(writer, { type: "news-changed", workId, newsId }, now);
}
