import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/seams-tables.ts";

/** Where a reader's link to a chapter leads that was joined to another; undefined when it never was. */
export async function findForward(
  reader: Reader | Writer,
  workId: string,
  chapterId: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom("chapter_forwards")
    .select("into_id")
    .where("work_id", "=", workId)
    .where("chapter_id", "=", chapterId)
    .executeTakeFirst();
  return row?.into_id;
}

/** Every chapter of a work that was joined to another. */
export async function listForwards(
  reader: Reader | Writer,
  workId: string,
): Promise<{ chapterId: string; intoId: string }[]> {
  return reader
    .selectFrom("chapter_forwards")
    .select(["chapter_id as chapterId", "into_id as intoId"])
    .where("work_id", "=", workId)
    .execute();
}

/** Lets links to a chapter lead to the one it was joined to, and links that led to it likewise. */
export async function forwardChapter(
  writer: Writer,
  workId: string,
  chapterId: string,
  intoId: string,
): Promise<void> {
  await writer
    .updateTable("chapter_forwards")
    .set({ into_id: intoId })
    .where("into_id", "=", chapterId)
    .execute();
  await writer
    .insertInto("chapter_forwards")
    .values({ chapter_id: chapterId, work_id: workId, into_id: intoId })
    .onConflict((conflict) => conflict.column("chapter_id").doUpdateSet({ into_id: intoId }))
    .execute();
}

/** A chapter stands for itself again. */
export async function stopForwarding(writer: Writer, chapterId: string): Promise<void> {
  await writer.deleteFrom("chapter_forwards").where("chapter_id", "=", chapterId).execute();
}
