import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { Chapter, ChapterEntry, Work } from "../../work.ts";
import { chapterName } from "./chapter-name.ts";

/** Where to go from the end of a chapter: back, on, the contents, and for its author the desk. */
export function ChapterNav(props: { page: Page; work: Work; chapters: ChapterEntry[]; chapter: Chapter }) {
  const { page, work, chapters, chapter } = props;
  const { t } = page;
  const place = chapters.findIndex(({ id }) => id === chapter.id);
  const previous = place > 0 ? chapters[place - 1] : undefined;
  const next = chapters[place + 1];
  return (
    <>
      <nav class="chapter-nav" aria-label={t("Chapters")}>
        {previous && (
          <a href={urls.chapter(work.id, previous.id)} rel="prev">
            <Sentence page={page} says="Back: {chapter}" parts={{ chapter: nameOf(page, work, previous) }} />
          </a>
        )}
        {chapters.length > 1 ? (
          <a href={urls.chapterIndex(work.id)}>{t("All chapters")}</a>
        ) : (
          <a href={urls.work(work.id)}>{t("Back to the title page")}</a>
        )}
        {next && (
          <a href={urls.chapter(work.id, next.id)} rel="next" class="button button-main">
            <Sentence page={page} says="Next: {chapter}" parts={{ chapter: nameOf(page, work, next) }} />
          </a>
        )}
      </nav>
      {work.mine && (
        <p class="author-links">
          <a href={urls.editChapter(work.id, chapter.id)}>{t("Edit this chapter")}</a>
        </p>
      )}
    </>
  );
}

/** In its own language; one without a title is called by its number, in the page's. */
function nameOf(page: Page, work: Work, chapter: ChapterEntry) {
  return (
    <span lang={chapter.title ? work.language : undefined} dir="auto">
      {chapterName(page, chapter)}
    </span>
  );
}
