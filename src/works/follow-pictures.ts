import type { Writer } from "../plumbing/database/reader-writer.ts";
import { pictureNamesIn } from "../story-text/kept-pictures.ts";
import "./sql/pictures-tables.ts";

/**
 * Notes which pictures a chapter's story shows; whatever saves a story calls this in the same transaction.
 *
 * @param now ms since 1970, UTC: what the story no longer shows is kept for some time from now
 */
export async function followPictures(
  writer: Writer,
  chapterId: string,
  story: string,
  now: number,
): Promise<void> {
  const before = await writer
    .deleteFrom("chapter_pictures")
    .where("chapter_id", "=", chapterId)
    .returning("name")
    .execute();
  const names = pictureNamesIn(story);
  const gone = before.map(({ name }) => name).filter((name) => !names.includes(name));
  for (const name of gone)
    await writer.updateTable("pictures").set({ last_needed_at: now }).where("name", "=", name).execute();
  for (const name of names)
    await writer.insertInto("chapter_pictures").values({ chapter_id: chapterId, name }).execute();
}
