import type { Page } from "../../../ui/page.ts";
import type { ChapterEntry } from "../../work.ts";

/** What a chapter is called in contents and headings: its own title, or its number. */
export function chapterName(page: Page, chapter: Pick<ChapterEntry, "number" | "title">): string {
  return chapter.title || page.t("Chapter {number, number}", { number: chapter.number });
}

/**
 * Whether a work is one piece: a single chapter without a title of its own, and no more promised. Its
 * chapter needs no heading.
 */
export function isOnePiece(
  chapters: Pick<ChapterEntry, "title">[],
  expectedChapters: number | null,
): boolean {
  return chapters.length === 1 && expectedChapters === 1 && chapters[0]?.title === "";
}
