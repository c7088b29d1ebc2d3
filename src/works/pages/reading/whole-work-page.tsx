import type { Child } from "hono/jsx";
import { numberNotesOn } from "../../../story-text/footnote-ids.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { ReadingAids } from "../../reading-aids.ts";
import { isUnindexed } from "../../robots-wishes.ts";
import { Story } from "../../story.tsx";
import { summaryText } from "../../summary-text.ts";
import type { Chapter, Work, WorkWarning } from "../../work.ts";
import { chapterName, isOnePiece } from "./chapter-name.ts";
import { ChapterNotesAfter, ChapterNotesBefore, WorkEndNotes } from "./chapter-notes.tsx";
import { afterId } from "./chapter-page.tsx";
import { Colophon } from "./colophon.tsx";
import { ContentsList } from "./contents-list.tsx";
import { DraftMark, DraftNotice } from "./draft-notice.tsx";
import { TitlePage } from "./title-page.tsx";
import { WorkNotes } from "./work-notes.tsx";
import { workTitle } from "./work-page.tsx";

/** The work as one long page: title page, contents, every chapter. */
export function WholeWorkPage(props: {
  page: Page;
  work: Work;
  chapters: Chapter[];
  warnings: WorkWarning[];
  aids: ReadingAids | null;
  after: Child;
}) {
  const { page, work, chapters, aids } = props;
  const { t } = page;
  const stories = numberNotesOn(chapters.map(({ story }) => story));
  const onePiece = isOnePiece(chapters, work.expectedChapters);
  return (
    <Layout
      page={page}
      title={t("All of {work}", { work: workTitle(page, work) })}
      description={summaryText(work.summary)}
      canonical={urls.wholeWork(work.id)}
      kind="reading"
      noindex={isUnindexed(work)}
      script={aids?.script}
      skip={{ to: afterId, says: t("Skip to what comes after the story") }}
    >
      <DraftNotice page={page} work={work} />
      <article class="whole-work">
        <div class="title-page">
          <TitlePage page={page} work={work} warnings={props.warnings} />
          <WorkNotes page={page} work={work} part="summary" />
          <WorkNotes page={page} work={work} part="before" />
          {chapters.length > 1 && (
            <nav aria-labelledby="contents">
              <h2 id="contents">{t("Contents")}</h2>
              <ContentsList
                page={page}
                work={work}
                chapters={chapters}
                hrefOf={({ number }) => `#${anchorOf(number)}`}
              />
            </nav>
          )}
        </div>
        {aids?.before}
        {chapters.map((chapter, index) => (
          <section class="chapter">
            <h2
              id={anchorOf(chapter.number)}
              class={onePiece ? "visually-hidden" : undefined}
              lang={chapter.title ? work.language : undefined}
              dir="auto"
            >
              {onePiece ? t("The story") : chapterName(page, chapter)}
            </h2>
            <DraftMark page={page} status={chapter.status} />
            <ChapterNotesBefore page={page} work={work} chapter={chapter} />
            <Story
              html={aids ? aids.markPlace(chapter, stories[index] ?? "") : (stories[index] ?? "")}
              language={work.language}
              attributes={aids?.attributesOf(chapter)}
            />
            <ChapterNotesAfter page={page} work={work} chapter={chapter} />
          </section>
        ))}
        <WorkEndNotes page={page} work={work} />
        <Colophon page={page} work={work} />
      </article>
      <div id={afterId} tabindex={-1}>
        {props.after}
        <nav class="chapter-nav" aria-label={t("From here")}>
          <a href={urls.work(work.id)}>{t("Back to the title page")}</a>
        </nav>
      </div>
    </Layout>
  );
}

function anchorOf(number: number): string {
  return `chapter-${number}`;
}
