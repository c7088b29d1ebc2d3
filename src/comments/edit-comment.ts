import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { SavedMeanwhile } from "../works/own-work.ts";
import { commentToChange } from "./own-comment.ts";
import { setStatus } from "./set-status.ts";
import { talkRules } from "./standing-in-talk.ts";
import { TalkRefused } from "./talk-refused.ts";
import "./sql/comments-tables.ts";

/**
 * Says a comment anew. What it said before is kept, for its writer, the work's authors and moderators. Where the author
 * wants comments held first, a changed one is held again.
 *
 * @param version of the comment that the form was opened with
 * @param text clean note HTML
 * @param now ms since 1970, UTC
 * @throws NotFound unless it is the member's own and not removed; TalkRefused in a frozen thread; SavedMeanwhile
 */
export async function editComment(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
  version: number,
  text: string,
  now: number,
): Promise<{ held: boolean }> {
  const comment = await commentToChange(writer, member, workId, commentId);
  if (!comment.mine || comment.status === "removed") throw new NotFound();
  if (comment.frozen_at !== null) throw new TalkRefused("frozen");
  // Who was blocked since may take back what they said, and add nothing to it.
  if (comment.isBlocked) throw new TalkRefused("closed");
  if (comment.text === text) return { held: comment.status === "held" };
  if (comment.version !== version) throw new SavedMeanwhile();
  await writer
    .insertInto("comment_versions")
    .values({
      comment_id: commentId,
      version: comment.version,
      text: comment.text,
      saved_at: comment.edited_at ?? comment.created_at,
    })
    .execute();
  await writer
    .updateTable("comments")
    .set({ text, version: comment.version + 1, edited_at: now })
    .where("id", "=", commentId)
    .execute();
  const held = comment.status === "held" || ((await talkRules(writer, workId)).held && !comment.screens);
  if (held && comment.status === "shown") {
    await setStatus(writer, comment, "held", now);
    await recordFact(writer, { type: "comment-held", workId, commentId }, now);
  }
  return { held };
}
