import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { openAmong } from "../works/open-works.ts";
import { type StandingInTalk, standingInTalk } from "./standing-in-talk.ts";
import "./sql/comments-tables.ts";

/** A comment that an operation is about to change, and what the member is to it. */
export type CommentToChange = Awaited<ReturnType<typeof rowOf>> & StandingInTalk & { mine: boolean };

/**
 * The comment an operation is about to change, inside its transaction: the member's own, wherever it stands, or one
 * under a work whose talk they screen.
 *
 * @throws NotFound for anybody else
 */
export async function commentToChange(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
): Promise<CommentToChange> {
  const row = await rowOf(writer, workId, commentId);
  const mine = row.account_id === member.accountId;
  const standing = await standingInTalk(writer, member, workId);
  if (!mine && !(standing.screens && (await isOpenFor(writer, member, workId)))) throw new NotFound();
  return { ...row, ...standing, mine };
}

/** The same, where the member must be one who screens the talk. @throws NotFound */
export async function commentToScreen(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
): Promise<CommentToChange> {
  const comment = await commentToChange(writer, member, workId, commentId);
  if (!comment.screens || !(await isOpenFor(writer, member, workId))) throw new NotFound();
  return comment;
}

async function rowOf(writer: Writer, workId: string, commentId: string) {
  const row = await writer
    .selectFrom("comments")
    .innerJoin("comments as thread", "thread.id", "comments.thread_id")
    .select([
      "comments.id",
      "comments.work_id",
      "comments.chapter_id",
      "comments.thread_id",
      "comments.parent_id",
      "comments.status",
      "comments.standing",
      "comments.standing_replies",
      "comments.removed_by",
      "comments.was_shown",
      "comments.account_id",
      "comments.text",
      "comments.version",
      "comments.created_at",
      "comments.edited_at",
      "thread.frozen_at",
    ])
    .where("comments.id", "=", commentId)
    .where("comments.work_id", "=", workId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** Whether a member may open a work. */
export async function isOpenFor(writer: Writer, member: Member, workId: string): Promise<boolean> {
  return (await openAmong(writer, member, [workId])).length > 0;
}
