import { formatNumber } from "../../../ui/formats.ts";
import type { Page } from "../../../ui/page.ts";
import type { ChapterEntry, Work } from "../../work.ts";
import { wordsSentence } from "../../work-length.tsx";
import { chapterName } from "./chapter-name.ts";
import { DraftMark } from "./draft-notice.tsx";

/** Chapters in order, each a link with its length. `hrefOf` says where they lead. */
export function ContentsList(props: {
  page: Page;
  work: Pick<Work, "language">;
  chapters: ChapterEntry[];
  hrefOf: (chapter: ChapterEntry) => string;
}) {
  const { page, work, chapters, hrefOf } = props;
  return (
    <ol class="contents">
      {chapters.map((chapter) => (
        <li>
          <span class="number">{formatNumber(chapter.number, page.locale)}</span>
          <a href={hrefOf(chapter)} lang={chapter.title ? work.language : undefined} dir="auto">
            {chapterName(page, chapter)}
          </a>
          <p class="quiet small">
            <DraftMark page={page} status={chapter.status} /> {wordsSentence(page, chapter.wordCount)}
          </p>
        </li>
      ))}
    </ol>
  );
}
