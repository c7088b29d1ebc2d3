import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { CopiedRows } from "./copy-shape.ts";
import "../../works/works.ts";

/** Chapters that are out here, by the ids they had elsewhere. */
export type ChaptersMeant = Map<string, { workId: string; chapterId: string }>;

const together = 400;

/**
 * Which chapters here are meant by the places of a copy: the very chapter, or that of the same number.
 *
 * @param works the works that are meant, by their ids there; whoever asks may read them
 */
export async function chaptersMeant(
  reader: Reader,
  places: readonly CopiedRows["readingPlaces"][],
  works: ReadonlyMap<string, string>,
): Promise<ChaptersMeant> {
  const ids = [...new Set(works.values())];
  const byWork = new Map<string, string[]>();
  for (let from = 0; from < ids.length; from += together) {
    const rows = await reader
      .selectFrom("chapters")
      .select(["id", "work_id"])
      .where("work_id", "in", ids.slice(from, from + together))
      .where("status", "=", "published")
      .where("removed_at", "is", null)
      .orderBy("work_id")
      .orderBy("position")
      .orderBy("id")
      .execute();
    for (const [workId, chapters] of Map.groupBy(rows, ({ work_id }) => work_id))
      byWork.set(
        workId,
        chapters.map(({ id }) => id),
      );
  }
  const meant: ChaptersMeant = new Map();
  for (const { chapter_id, work_id, number } of places) {
    const workId = works.get(work_id);
    const chapters = byWork.get(workId ?? "") ?? [];
    const chapterId = chapters.includes(chapter_id) ? chapter_id : chapters[(number ?? 0) - 1];
    if (workId !== undefined && chapterId !== undefined) meant.set(chapter_id, { workId, chapterId });
  }
  return meant;
}
