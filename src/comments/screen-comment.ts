import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { commentToScreen } from "./own-comment.ts";
import { setStatus } from "./set-status.ts";
import "./sql/comments-tables.ts";

/**
 * Lets a held comment in. One that is in already stays so; one that was removed stays removed.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the member screens the talk under the work
 */
export async function letIn(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
  now: number,
): Promise<void> {
  const comment = await commentToScreen(writer, member, workId, commentId);
  if (comment.status !== "held") return;
  await setStatus(writer, comment, "shown", now);
  await recordFact(writer, { type: "comment-approved", workId, commentId }, now);
}

/**
 * Holds a comment back that is shown, in the same way.
 *
 * @param now ms since 1970, UTC
 */
export async function holdBack(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
  now: number,
): Promise<void> {
  const comment = await commentToScreen(writer, member, workId, commentId);
  if (comment.status !== "shown") return;
  await setStatus(writer, comment, "held", now);
  await recordFact(writer, { type: "comment-held", workId, commentId }, now);
}

/**
 * Freezes the whole thread a comment is in, so that nobody adds to it or changes it, or lets it go on.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the member screens the talk under the work
 */
export async function freezeThread(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
  frozen: boolean,
  now: number,
): Promise<void> {
  const comment = await commentToScreen(writer, member, workId, commentId);
  if ((comment.frozen_at !== null) === frozen) return;
  await writer
    .updateTable("comments")
    .set({ frozen_at: frozen ? now : null })
    .where("id", "=", comment.thread_id)
    .execute();
}
