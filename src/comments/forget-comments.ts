import type { Database } from "../plumbing/database/database.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { forgetBefore } from "../works/trash.ts";
import { setStatus } from "./set-status.ts";
import "./sql/comments-tables.ts";

/** Comments taken in hand at once. */
const slice = 500;

/**
 * Lets go of everything somebody said who leaves the archive, in the transaction in which they leave. Without
 * `keepWords` the words and what they said before are gone at once, and placeholders stay where others answered; with
 * it the words stay, said by nobody. Asked twice it is done once.
 *
 * @param now ms since 1970, UTC
 */
export async function forgetCommentsOf(
  writer: Writer,
  accountId: string,
  now: number,
  keepWords = false,
): Promise<void> {
  const turns = new Turns();
  for (;;) {
    if (turns.isOver) await turns.next();
    const comments = await writer
      .selectFrom("comments")
      .select("id")
      .where("account_id", "=", accountId)
      .limit(slice)
      .execute();
    for (const { id } of comments) {
      // Each is looked at anew: taking one away may have taken the place of another.
      const comment = await writer
        .selectFrom("comments")
        .select(["id", "work_id", "chapter_id", "parent_id", "status", "standing", "standing_replies"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const wasRemoved = comment.status === "removed";
      if (!keepWords && !wasRemoved) {
        await setStatus(writer, comment, "removed", now);
        await recordFact(writer, { type: "comment-removed", workId: comment.work_id, commentId: id }, now);
      }
      await writer
        .updateTable("comments")
        .set({
          account_id: null,
          pseud_id: null,
          as_author: keepWords ? undefined : 0,
          ...(keepWords && !wasRemoved ? {} : { text: "", edited_at: null }),
          ...(keepWords || wasRemoved ? {} : { removed_at: now, removed_by: "leaving" as const }),
        })
        .where("id", "=", id)
        .execute();
    }
    const ids = comments.map(({ id }) => id);
    if (ids.length > 0) await writer.deleteFrom("comment_versions").where("comment_id", "in", ids).execute();
    if (comments.length < slice) return;
  }
}

/**
 * Forgets the words of comments that were removed longer ago than the trash keeps things. Their places stay.
 *
 * @param days how long the trash keeps things
 * @param now ms since 1970, UTC
 */
export async function forgetRemovedWords(database: Database, days: number, now: number): Promise<void> {
  const before = forgetBefore(now, days);
  for (;;) {
    const forgotten = await database.write(async (writer) => {
      const rows = await writer
        .selectFrom("comments")
        .select("id")
        .where("status", "=", "removed")
        .where("text", "<>", "")
        .where("removed_at", "<", before)
        .limit(slice)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await writer
        .updateTable("comments")
        .set({ text: "", guest_name: "", account_id: null, pseud_id: null })
        .where("id", "in", ids)
        .execute();
      await writer.deleteFrom("comment_versions").where("comment_id", "in", ids).execute();
      return ids.length;
    });
    if (forgotten < slice) return;
  }
}
