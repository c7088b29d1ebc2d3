import { Day } from "../../../ui/day.tsx";
import { formatNumber } from "../../../ui/formats.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Byline } from "../../byline.tsx";
import { isUnindexed } from "../../robots-wishes.ts";
import type { ChapterEntry, Work } from "../../work.ts";
import { LengthFacts } from "../../work-length.tsx";
import { chapterName } from "./chapter-name.ts";
import { DraftMark, DraftNotice } from "./draft-notice.tsx";
import { workTitle } from "./work-page.tsx";

/** The contents of a work by number, title, length and date. */
export function ChapterIndexPage(props: { page: Page; work: Work; chapters: ChapterEntry[] }) {
  const { page, work, chapters } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("Chapters of {work}", { work: workTitle(page, work) })}
      canonical={urls.chapterIndex(work.id)}
      noindex={isUnindexed(work)}
    >
      <DraftNotice page={page} work={work} />
      <header class="page-head">
        <h1>
          <a class="work-title" href={urls.work(work.id)} lang={work.language} dir="auto">
            {work.title || t("Without a title yet")}
          </a>
        </h1>
        <p class="byline">
          <Byline page={page} work={work} />
        </p>
        <ul class="facts-line">
          <LengthFacts page={page} work={work} />
        </ul>
      </header>
      <h2 id="chapters">{t("Chapters")}</h2>
      {chapters.length === 0 ? (
        <p class="quiet">{t("There is no chapter to read yet.")}</p>
      ) : (
        <table class="table" aria-labelledby="chapters">
          <thead>
            <tr>
              <th scope="col" class="number">
                {t("No.")}
              </th>
              <th scope="col">{t("Chapter")}</th>
              <th scope="col" class="number">
                {t("Words")}
              </th>
              <th scope="col">{t("Published")}</th>
            </tr>
          </thead>
          <tbody>
            {chapters.map((chapter) => (
              <ChapterRow page={page} work={work} chapter={chapter} />
            ))}
          </tbody>
        </table>
      )}
      {chapters.length > 1 && (
        <p>
          <a href={urls.wholeWork(work.id)}>{t("Read it all on one page")}</a>
        </p>
      )}
    </Layout>
  );
}

function ChapterRow({ page, work, chapter }: { page: Page; work: Work; chapter: ChapterEntry }) {
  return (
    <tr>
      <td class="number">{formatNumber(chapter.number, page.locale)}</td>
      <th scope="row">
        <a
          href={urls.chapter(work.id, chapter.id)}
          lang={chapter.title ? work.language : undefined}
          dir="auto"
        >
          {chapterName(page, chapter)}
        </a>
      </th>
      <td class="number">{formatNumber(chapter.wordCount, page.locale)}</td>
      <td>
        {chapter.publishedAt === null ? (
          <DraftMark page={page} status={chapter.status} />
        ) : (
          <Day page={page} at={chapter.publishedAt} length="short" />
        )}
      </td>
    </tr>
  );
}
