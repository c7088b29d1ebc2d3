import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import type { Comment } from "./comment.ts";
import { commentToChange, isOpenFor } from "./own-comment.ts";
import { setStatus } from "./set-status.ts";
import { mayComment, type StandingInTalk, type TalkSettings, talkRules } from "./standing-in-talk.ts";
import { TalkRefused } from "./talk-refused.ts";
import "./sql/comments-tables.ts";

/**
 * Gives a removed comment back in the state it had, to its place in the thread. Its writer takes back what they took away
 * themselves; an author and their helpers what one of them removed; a moderator what moderators did: nobody
 * undoes what somebody else decided. Words that were forgotten stay so. Asked twice it is done once.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound for anybody else, and under a work that is not there for the member; TalkRefused where they could not
 *   say it now
 */
export async function returnComment(
  writer: Writer,
  member: Member,
  workId: string,
  commentId: string,
  settings: TalkSettings,
  now: number,
): Promise<{ held: boolean }> {
  const comment = await commentToChange(writer, member, workId, commentId);
  if (comment.status !== "removed") return { held: comment.status === "held" };
  const removed = { forgotten: comment.text === "", removedBy: comment.removed_by, mine: comment.mine };
  if (!mayReturn(removed, comment) || !(await isOpenFor(writer, member, workId))) throw new NotFound();
  if (!comment.screens) {
    if (comment.frozen_at !== null) throw new TalkRefused("frozen");
    const may = mayComment(member, comment, await talkRules(writer, workId), settings);
    if (may !== "yes") throw new TalkRefused("closed");
  }
  const held = comment.was_shown === 0;
  await setStatus(writer, comment, held ? "held" : "shown", now);
  await writer
    .updateTable("comments")
    .set({ removed_at: null, removed_by: null, was_shown: 0 })
    .where("id", "=", commentId)
    .execute();
  await recordFact(writer, { type: held ? "comment-held" : "comment-approved", workId, commentId }, now);
  return { held };
}

/** Whether somebody may give a removed comment back. */
export function mayReturn(
  { forgotten, removedBy, mine }: Pick<Comment, "forgotten" | "removedBy" | "mine">,
  { isAuthor, helps, moderates }: StandingInTalk,
): boolean {
  if (forgotten) return false;
  switch (removedBy) {
    case "writer":
      return mine;
    case "author":
      return isAuthor || helps;
    case "moderator":
      return moderates;
    default:
      return false;
  }
}
