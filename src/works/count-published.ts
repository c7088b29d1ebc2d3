import type { Writer } from "../plumbing/database/reader-writer.ts";
import { leadsToSound } from "./chapters/leads-to-sound.ts";
import "./sql/pictures-tables.ts";
import "./sql/works-tables.ts";

/**
 * Brings what is known of a work in line with its published chapters: how many there are, their words, whether they
 * show pictures or lead to sound. When more are out than were promised, nobody knows any longer how many there will be: "2/?", never "2/1".
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
    .set({
      chapter_count: chapters,
      word_count: Number(words),
      has_pictures: (await showsPictures(writer, workId)) ? 1 : 0,
      has_audio: (await leadsToSound(writer, workId)) ? 1 : 0,
    })
    .where("id", "=", workId)
    .execute();
  await writer
    .updateTable("works")
    .set({ expected_chapters: null })
    .where("id", "=", workId)
    .where("expected_chapters", "<", chapters)
    .execute();
}

async function showsPictures(writer: Writer, workId: string): Promise<boolean> {
  const picture = await writer
    .selectFrom("chapter_pictures")
    .innerJoin("chapters", "chapters.id", "chapter_pictures.chapter_id")
    .select("chapters.id")
    .where("chapters.work_id", "=", workId)
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .executeTakeFirst();
  return picture !== undefined;
}
