import type { Translate } from "../vocabulary/translate.ts";
import type { DownloadableChapter, DownloadableWork } from "./downloadable-work.ts";
import { titleOf } from "./front-matter.ts";
import { plainLine } from "./plain-line.ts";

/** A chapter's heading in its two voices: ours (the number) and the author's (the title). */
export type ChapterHeading = { number: string | null; title: string | null };

/**
 * What stands above a chapter. A story told in one piece has no "Chapter 1": its heading is its own title.
 */
export function chapterHeading(
  work: DownloadableWork,
  chapter: DownloadableChapter,
  t: Translate,
): ChapterHeading {
  const title = plainLine(chapter.title) || null;
  if (work.expectedChapters === 1 && work.chapters.length === 1)
    return { number: null, title: title ?? titleOf(work, t) };
  return { number: t("Chapter {number}", { number: chapter.position }), title };
}

/** The same heading on one line, for contents and plain text: "Chapter 1: Salt". */
export function headingLine(heading: ChapterHeading, t: Translate): string {
  if (heading.number === null || heading.title === null) return heading.number ?? heading.title ?? "";
  return t("{chapter}: {title}", { chapter: heading.number, title: heading.title });
}
