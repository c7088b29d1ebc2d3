import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { readSeam, type Seam } from "../seam.ts";
import "../sql/seams-tables.ts";

/** How a chapter fits behind another, when it was once split off from it; null otherwise. */
export async function findSeam(
  reader: Reader | Writer,
  chapterId: string,
  followsId: string,
): Promise<Seam | null> {
  const row = await reader
    .selectFrom("chapter_seams")
    .select("seam")
    .where("chapter_id", "=", chapterId)
    .where("follows_id", "=", followsId)
    .executeTakeFirst();
  return row ? readSeam(row.seam) : null;
}

/** Remembers how a new chapter fits behind the one it was split off from. */
export async function keepSeam(
  writer: Writer,
  chapterId: string,
  followsId: string,
  seam: Seam,
): Promise<void> {
  await passSeamsOn(writer, followsId, chapterId);
  await writer
    .insertInto("chapter_seams")
    .values({ chapter_id: chapterId, follows_id: followsId, seam: JSON.stringify(seam) })
    .execute();
}

/** The end of one chapter's story is now the end of another's: what fitted behind the one fits behind the other. */
export async function passSeamsOn(writer: Writer, fromId: string, toId: string): Promise<void> {
  await writer
    .updateTable("chapter_seams")
    .set({ follows_id: toId })
    .where("follows_id", "=", fromId)
    .execute();
}
