import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { expectChapters } from "../chapters/expect-chapters.ts";
import { insertChapter } from "../chapters/insert-chapter.ts";
import { saveChapterFields } from "../chapters/save-chapter-fields.ts";
import { touchWork } from "../chapters/touch-work.ts";
import { countPublished } from "../count-published.ts";
import { SavedMeanwhile } from "../own-work.ts";
import { keepSeam } from "./chapter-seams.ts";
import { ownChapterText } from "./own-chapter-text.ts";
import { splitStory } from "./split-story.ts";
import "../sql/works-tables.ts";

/** The chapter cannot be split there: no story would stand before it or behind it. */
export class NoSuchPlace extends Error {
  override name = "NoSuchPlace";
}

/**
 * Makes two chapters of one. The second is published if the first is, since when the first is: readers have its
 * text already. Title, summary, notes and originals stay with the first.
 *
 * @param version the version the author chose the place in
 * @param place the number of the block that the second begins at (`placesToSplit`)
 * @param now ms since 1970, UTC
 * @returns the id of the second
 * @throws NotFound, SavedMeanwhile, NoSuchPlace
 */
export async function splitChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  version: number,
  place: number,
  now: number,
): Promise<string> {
  const { work, chapter } = await ownChapterText(writer, member, workId, chapterId);
  if (chapter.version !== version) throw new SavedMeanwhile();
  const parts = splitStory(chapter.fields.story, place);
  if (!parts) throw new NoSuchPlace();
  await saveChapterFields(writer, member, chapter, { ...chapter.fields, story: parts.first }, now);
  const second = { title: parts.title, summary: "", notes: "", endNotes: "", story: parts.second };
  const secondId = await insertChapter(writer, member, workId, second, now);
  await writer
    .updateTable("chapters")
    .set((row) => ({ position: row("position", "+", 1) }))
    .where("work_id", "=", workId)
    .where("position", ">", chapter.position)
    .execute();
  await writer
    .updateTable("chapters")
    .set({ position: chapter.position + 1, status: chapter.status, published_at: chapter.publishedAt })
    .where("id", "=", secondId)
    .execute();
  await keepSeam(writer, secondId, chapterId, parts.seam);
  await expectChapters(writer, workId, 1);
  await touchWork(writer, workId, now);
  await countPublished(writer, workId);
  if (work.status === "published" && chapter.status === "published")
    await recordFact(writer, { type: "work-changed", workId }, now);
  return secondId;
}
