import type { Database } from "../plumbing/database/database.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { newId } from "../vocabulary/ids.ts";
import { type NoticeKind, type Rhythm, type SubscriptionRhythm, type Topic, topicOf } from "./kinds.ts";
import "./sql/notices-tables.ts";

/** Something to tell an account, by ids. `key` is what it is about: the same is never told it twice. */
export type NewNotice = {
  accountId: string;
  kind: NoticeKind;
  key: string;
  workId?: string;
  chapterId?: string;
  commentId?: string;
  pseudId?: string;
  newsId?: string;
  detail?: string;
  /** For updates: which subscriptions ask for it, and the soonest of their rhythms. */
  subscribed?: { ids: readonly string[]; rhythm: SubscriptionRhythm };
};

/** Notices written by one transaction: others write between. */
const together = 300;

/**
 * Writes notices down, those that stand already left out. In several transactions: what a kill leaves undone is done when
 * the fact is heard again.
 *
 * @param now ms since 1970, UTC
 */
export async function noteNotices(
  database: Database,
  notices: readonly NewNotice[],
  now: number,
): Promise<void> {
  for (let from = 0; from < notices.length; from += together) {
    const some = notices.slice(from, from + together);
    await database.write((writer) => writeNotices(writer, some, now));
  }
}

/** The same for few, in the caller's transaction. */
async function writeNotices(writer: Writer, notices: readonly NewNotice[], now: number): Promise<void> {
  if (notices.length === 0) return;
  const choices = await choicesOf(writer, notices);
  await writer
    .insertInto("notices")
    .values(
      notices.map((notice) => {
        const rhythm = notice.subscribed?.rhythm ?? choices(notice);
        return {
          id: newId(),
          account_id: notice.accountId,
          kind: notice.kind,
          notice_key: notice.key,
          work_id: notice.workId ?? null,
          chapter_id: notice.chapterId ?? null,
          comment_id: notice.commentId ?? null,
          pseud_id: notice.pseudId ?? null,
          news_id: notice.newsId ?? null,
          detail: notice.detail ?? "",
          reasons: notice.subscribed?.ids.join(" ") ?? "",
          rhythm,
          on_site: rhythm === "feed" ? 0 : 1,
          noted_at: now,
          read_at: null,
          letter_id: null,
        };
      }),
    )
    .onConflict((conflict) => conflict.columns(["account_id", "notice_key"]).doNothing())
    .execute();
}

/** How each account wants to be told of what concerns it; on the site alone, where it has not said. */
async function choicesOf(
  writer: Writer,
  notices: readonly NewNotice[],
): Promise<(notice: NewNotice) => Rhythm> {
  const topics = [...new Set(notices.map(({ kind }) => topicOf[kind]))].filter((topic) => topic !== null);
  const rows =
    topics.length === 0
      ? []
      : await writer
          .selectFrom("notice_choices")
          .selectAll()
          .where("account_id", "in", [...new Set(notices.map(({ accountId }) => accountId))])
          .where("topic", "in", topics)
          .execute();
  const key = (accountId: string, topic: Topic) => `${accountId} ${topic}`;
  const chosen = new Map(rows.map((row) => [key(row.account_id, row.topic), row.rhythm]));
  return ({ accountId, kind }) => {
    const topic = topicOf[kind];
    return (topic && chosen.get(key(accountId, topic))) ?? "site";
  };
}
