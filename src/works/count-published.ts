import type { Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/works-tables.ts";

/**
 * Brings a work's chapter and word counts in line with its published chapters. When more are out than
 * were promised, nobody knows any longer how many there will be: "2/?", never "2/1".
 */
export async function countPublished(writer: Writer, workId: string): Promise<void> {
  const { chapters, words } = await writer
    .selectFrom("chapters")
    .select((chapter) => [
      chapter.fn.countAll<number>().as("chapters"),
      chapter.fn.coalesce(chapter.fn.sum<number>("word_count"), chapter.lit(0)).as("words"),
    ])
    .where("work_id", "=", workId)
    .where("status", "=", "published")
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  await writer
    .updateTable("works")
    .set({ chapter_count: chapters, word_count: Number(words) })
    .where("id", "=", workId)
    .execute();
  await writer
    .updateTable("works")
    .set({ expected_chapters: null })
    .where("id", "=", workId)
    .where("expected_chapters", "<", chapters)
    .execute();
}
