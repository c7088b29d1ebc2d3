import type { Writer } from "../plumbing/database/reader-writer.ts";
import { addToCounts } from "../works/work-counts.ts";
import type { CommentStatus } from "./comment.ts";
import "./sql/comments-tables.ts";

/** What a change of a comment's place needs to know of it. */
export type CommentPlaced = {
  id: string;
  work_id: string;
  chapter_id: string | null;
  parent_id: string | null;
  status: CommentStatus;
  standing: number;
  standing_replies: number;
};

/**
 * Gives a comment another status, and everything that hangs on it in the same transaction: whether it has a place on
 * pages, whether the placeholders above it have one, and the counts of its work and chapter.
 *
 * What is not shown keeps its place as long as anything below it stands; a placeholder above nothing is taken off.
 *
 * @param now ms since 1970, UTC
 */
export async function setStatus(
  writer: Writer,
  comment: CommentPlaced,
  status: CommentStatus,
  now: number,
): Promise<void> {
  await writer.updateTable("comments").set({ status }).where("id", "=", comment.id).execute();
  const gain = Number(status === "shown") - Number(comment.status === "shown");
  if (gain !== 0) await countShown(writer, comment.work_id, comment.chapter_id, gain, now);
  await settle(writer, { ...comment, status });
}

/**
 * Counts comments that are shown, or are no longer.
 *
 * @param now ms since 1970, UTC
 */
export async function countShown(
  writer: Writer,
  workId: string,
  chapterId: string | null,
  gain: number,
  now: number,
): Promise<void> {
  await addToCounts(writer, [{ workId, comments: gain }], now);
  if (chapterId !== null) await countInChapter(writer, chapterId, gain);
}

/** Counts how many comments a chapter shows more, or less. */
export async function countInChapter(writer: Writer, chapterId: string, gain: number): Promise<void> {
  await writer
    .insertInto("chapter_talk")
    .values({ chapter_id: chapterId, comments: gain })
    .onConflict((conflict) =>
      conflict.column("chapter_id").doUpdateSet((row) => ({
        comments: row("chapter_talk.comments", "+", row.ref("excluded.comments")),
      })),
    )
    .execute();
}

/** Gives a comment its place on pages or takes it, and those above it in turn, as far as that changes theirs. */
async function settle(writer: Writer, changed: CommentPlaced): Promise<void> {
  let comment: CommentPlaced | undefined = changed;
  while (comment) {
    const standing: number = comment.status === "shown" || comment.standing_replies > 0 ? 1 : 0;
    if (standing === comment.standing) return;
    await writer.updateTable("comments").set({ standing }).where("id", "=", comment.id).execute();
    if (comment.parent_id === null) return;
    const gain: number = standing - comment.standing;
    const above: CommentPlaced | undefined = await writer
      .updateTable("comments")
      .set((row) => ({ standing_replies: row("standing_replies", "+", gain) }))
      .where("id", "=", comment.parent_id)
      .returning(["id", "work_id", "chapter_id", "parent_id", "status", "standing", "standing_replies"])
      .executeTakeFirst();
    comment = above;
  }
}
