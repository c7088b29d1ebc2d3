import type { Child } from "hono/jsx";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Byline } from "../../byline.tsx";
import type { ReadingAids } from "../../reading-aids.ts";
import { isUnindexed } from "../../robots-wishes.ts";
import { Story } from "../../story.tsx";
import { summaryText } from "../../summary-text.ts";
import type { Chapter, ChapterEntry, Work } from "../../work.ts";
import { chapterName, isOnePiece } from "./chapter-name.ts";
import { ChapterNav } from "./chapter-nav.tsx";
import { ChapterNotesAfter, ChapterNotesBefore, WorkEndNotes } from "./chapter-notes.tsx";
import { Colophon } from "./colophon.tsx";
import { DraftMark } from "./draft-notice.tsx";
import { workTitle } from "./work-page.tsx";

/** Where the words end, and what can be done about them begins. */
export const afterId = "after";

/** A chapter: a running head, the author's own notes, the words, and where to go on. */
export function ChapterPage(props: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  chapter: Chapter;
  aids: ReadingAids | null;
  after: Child;
}) {
  const { page, work, chapters, chapter, aids } = props;
  const { t } = page;
  const onePiece = isOnePiece(chapters, work.expectedChapters);
  const isLast = chapters.at(-1)?.id === chapter.id;
  const title = workTitle(page, work);
  return (
    <Layout
      page={page}
      title={onePiece ? title : t("{chapter} · {work}", { chapter: chapterName(page, chapter), work: title })}
      description={summaryText(chapter.summary) ?? summaryText(work.summary)}
      canonical={urls.chapter(work.id, chapter.id)}
      kind="reading"
      noindex={isUnindexed(work) || chapter.status === "draft"}
      script={aids?.script}
      skip={{ to: afterId, says: t("Skip to what comes after the story") }}
    >
      <article class="chapter">
        <header class="chapter-head">
          <h1>
            <a href={urls.work(work.id)} lang={work.language} dir="auto">
              {work.title || t("Without a title yet")}
            </a>
          </h1>
          <p class="chapter-of">
            <Byline page={page} work={work} />
          </p>
          <DraftMark page={page} status={chapter.status} />
          {onePiece ? (
            <h2 class="visually-hidden">{t("The story")}</h2>
          ) : (
            <ChapterHeading page={page} work={work} chapter={chapter} count={chapters.length} />
          )}
        </header>
        <ChapterNotesBefore page={page} work={work} chapter={chapter} />
        {aids?.before}
        <Story
          html={aids ? aids.markPlace(chapter, chapter.story) : chapter.story}
          language={work.language}
          attributes={aids?.attributesOf(chapter)}
        />
        <ChapterNotesAfter page={page} work={work} chapter={chapter} />
        {isLast && <WorkEndNotes page={page} work={work} />}
        {isLast && <Colophon page={page} work={work} />}
      </article>
      <div id={afterId} tabindex={-1}>
        {isLast && props.after}
        <ChapterNav page={page} work={work} chapters={chapters} chapter={chapter} />
        {!isLast && props.after}
      </div>
    </Layout>
  );
}

function ChapterHeading(props: { page: Page; work: Work; chapter: Chapter; count: number }) {
  const { page, work, chapter } = props;
  return (
    <>
      {chapter.title !== "" && (
        <p class="chapter-of">{page.t("Chapter {number, number}", { number: chapter.number })}</p>
      )}
      <h2 lang={chapter.title ? work.language : undefined} dir="auto">
        {chapterName(page, chapter)}
      </h2>
    </>
  );
}
