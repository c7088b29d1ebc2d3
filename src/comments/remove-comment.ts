import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { commentToChange } from "./own-comment.ts";
import { setStatus } from "./set-status.ts";
import type { RemovedBy } from "./sql/comments-tables.ts";
import "./sql/comments-tables.ts";

/**
 * Takes a comment's words off every page; a placeholder stays where others answered it. Moderators can read the words
 * until the trash is emptied, should somebody have been hurt by them, and it can be given back (`returnComment`); then they
 * are forgotten. Asked twice it is done once.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the member wrote it, or screens the talk under the work
 */
export async function removeComment(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
  now: number,
): Promise<void> {
  const comment = await commentToChange(writer, member, workId, commentId);
  if (comment.status === "removed") return;
  const removedBy: RemovedBy = comment.mine
    ? "writer"
    : comment.moderates && !comment.isAuthor
      ? "moderator"
      : "author";
  await setStatus(writer, comment, "removed", now);
  await writer
    .updateTable("comments")
    .set({ removed_at: now, removed_by: removedBy, was_shown: comment.status === "shown" ? 1 : 0 })
    .where("id", "=", commentId)
    .execute();
  await recordFact(writer, { type: "comment-removed", workId, commentId }, now);
}
