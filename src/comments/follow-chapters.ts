import type { Database } from "../plumbing/database/database.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { findForward, listForwards } from "../works/chapter-forwards.ts";
import type { CommentStatus } from "./comment.ts";
import { countInChapter } from "./set-status.ts";
import "../works/works.ts";
import "./sql/comments-tables.ts";

/**
 * Lets what was said about a work's chapters follow their stories: to the chapter that another was joined to, and back when
 * that one stands by itself again. Threads move whole: an answer stands where the comment does that it answers.
 *
 * Safe to repeat; for a work whose chapters were never joined it is two point reads.
 */
export async function followChapters(database: Database, workId: string): Promise<void> {
  const { reading } = database;
  const forwards = await listForwards(reading, workId);
  if (forwards.length === 0 && (await saidElsewhere(reading, workId)).length === 0) return;
  await database.write(async (writer) => {
    for (const { chapterId, intoId } of await listForwards(writer, workId))
      await moveWithStory(writer, chapterId, intoId);
    for (const { saidOn, chapterId } of await saidElsewhere(writer, workId))
      await settle(writer, workId, saidOn, chapterId);
  });
}

/** Where comments stand that were said on a chapter which was joined to another. */
async function saidElsewhere(reader: Reader | Writer, workId: string) {
  const rows = await reader
    .selectFrom("comments")
    .select(["said_on as saidOn", "chapter_id as chapterId"])
    .distinct()
    .where("work_id", "=", workId)
    .where("said_on", "is not", null)
    .execute();
  return rows.flatMap(({ saidOn, chapterId }) => (saidOn === null ? [] : [{ saidOn, chapterId }]));
}

async function moveWithStory(writer: Writer, fromId: string, intoId: string): Promise<void> {
  const moved = await writer
    .updateTable("comments")
    .set((row) => ({ chapter_id: intoId, said_on: row.fn.coalesce("said_on", row.val(fromId)) }))
    .where("chapter_id", "=", fromId)
    .returning("status")
    .execute();
  await countMoved(writer, fromId, intoId, moved);
}

/** Back to where it was said, if that stands again; a chapter that is gone for good is named no longer. */
async function settle(
  writer: Writer,
  workId: string,
  saidOn: string,
  standsOn: string | null,
): Promise<void> {
  const chapter = await writer
    .selectFrom("chapters")
    .select("removed_at")
    .where("id", "=", saidOn)
    .executeTakeFirst();
  const isBack = chapter?.removed_at === null && (await findForward(writer, workId, saidOn)) === undefined;
  if (chapter && !isBack) return;
  const moved = await writer
    .updateTable("comments")
    .set({ chapter_id: isBack ? saidOn : standsOn, said_on: null })
    .where("work_id", "=", workId)
    .where("said_on", "=", saidOn)
    .where("chapter_id", standsOn === null ? "is" : "=", standsOn)
    .returning("status")
    .execute();
  if (isBack) await countMoved(writer, standsOn, saidOn, moved);
}

async function countMoved(
  writer: Writer,
  fromId: string | null,
  intoId: string,
  moved: readonly { status: CommentStatus }[],
): Promise<void> {
  const shown = moved.filter(({ status }) => status === "shown").length;
  if (shown === 0) return;
  if (fromId !== null) await countInChapter(writer, fromId, -shown);
  await countInChapter(writer, intoId, shown);
}
