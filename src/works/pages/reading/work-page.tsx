import type { Child } from "hono/jsx";
import type { TagKind } from "../../../tags/tags.ts";
import { ActionLink } from "../../../ui/action-link.tsx";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { authorNames } from "../../byline.tsx";
import type { News } from "../../news.ts";
import { QuietNotice } from "../../quiet-line.tsx";
import { continueUrl } from "../../reader-mark-line.tsx";
import { MadeOfSections } from "../../related-line.tsx";
import type { MadeOf } from "../../related-works.ts";
import { isUnindexed } from "../../robots-wishes.ts";
import { SearchInWorkForm } from "../../search-in-work-form.tsx";
import { summaryText } from "../../summary-text.ts";
import type { ChapterEntry, Work, WorkWarning } from "../../work.ts";
import { ContentsList } from "./contents-list.tsx";
import { DraftNotice } from "./draft-notice.tsx";
import { SeriesNav, type SeriesNeighbours } from "./series-nav.tsx";
import { TitlePage } from "./title-page.tsx";
import { WorkFacts, WorkPermissions } from "./work-facts.tsx";
import { WorkNews } from "./work-news.tsx";
import { WorkNotes } from "./work-notes.tsx";
import { YourReading } from "./your-reading.tsx";

/** One format a work can be carried away in; `label` is an English sentence for `t`. */
export type DownloadLink = { id: string; label: string };

/** Chapters listed on the front page; a longer work's contents have a page of their own. */
const chaptersInSight = 30;

export function WorkPage(props: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  news: News[];
  /** Every warning of the archive with this work's answer. */
  warnings: WorkWarning[];
  kinds: TagKind[];
  formats: readonly DownloadLink[];
  neighbours: SeriesNeighbours;
  /** How fast the person reads who asks. */
  wordsPerMinute: number;
  /** What was made of it. */
  made: MadeOf[];
  after: Child;
}) {
  const { page, work, chapters } = props;
  return (
    <Layout
      page={page}
      title={workTitle(page, work)}
      description={summaryText(work.summary)}
      canonical={urls.work(work.id)}
      feed={
        work.status === "published"
          ? {
              title: page.t("New chapters and news of this work"),
              atom: urls.workFeed(work.id),
              json: urls.workJsonFeed(work.id),
            }
          : undefined
      }
      noindex={isUnindexed(work)}
    >
      <DraftNotice page={page} work={work} />
      <QuietNotice page={page} work={work} />
      {work.mine && <AuthorLinks page={page} work={work} />}
      <article class="title-page">
        <TitlePage page={page} work={work} warnings={props.warnings} />
        <WorkNotes page={page} work={work} part="summary" />
        <StartReading page={page} work={work} chapters={chapters} />
        {page.person.signedIn && work.status === "published" && !work.mine && (
          <YourReading page={page} work={work} wordsPerMinute={props.wordsPerMinute} />
        )}
        <WorkNews page={page} work={work} news={props.news} />
        <WorkNotes page={page} work={work} part="before" />
        <WorkFacts page={page} work={work} kinds={props.kinds} />
        {chapters.length > 1 && <Contents page={page} work={work} chapters={chapters} />}
        {work.status === "published" && work.searchable && chapters.length > 0 && (
          <SearchInWork page={page} work={work} />
        )}
        <SeriesNav page={page} neighbours={props.neighbours} />
        <MadeOfSections page={page} work={work} made={props.made} />
        <WorkPermissions page={page} work={work} />
        {work.status === "published" && chapters.length > 0 && (
          <Downloads page={page} work={work} formats={props.formats} />
        )}
      </article>
      {page.person.signedIn && !work.mine && work.status === "published" && (
        <p class="small actions">
          <a href={urls.hideLike(work.id, page.path)} rel="nofollow">
            {page.t("Hide works like this")}
          </a>
        </p>
      )}
      {props.after}
    </Layout>
  );
}

/** "Chapter One of Two by Rook", for the window and for bookmarks. */
export function workTitle(page: Page, work: Pick<Work, "title" | "creators" | "anonymous">): string {
  const title = work.title || page.t("Without a title yet");
  const names = authorNames(page, work);
  return names === "" ? title : page.t("{title} by {names}", { title, names });
}

function AuthorLinks({ page, work }: { page: Page; work: Work }) {
  const { t } = page;
  return (
    <ul class="actions">
      <li>
        <a href={urls.editWork(work.id)}>{t("Edit this work")}</a>
      </li>
      <li>
        <a href={urls.newChapter(work.id)}>{t("Add a chapter")}</a>
      </li>
    </ul>
  );
}

function StartReading(props: { page: Page; work: Work; chapters: ChapterEntry[] }) {
  const { page, work, chapters } = props;
  const { t } = page;
  const [first] = chapters;
  const place = work.mark?.place;
  if (!first) return <p class="quiet">{t("There is no chapter to read yet.")}</p>;
  const beginning = chapters.length === 1 ? t("Read") : t("Read from chapter 1");
  return (
    <div class="start-reading">
      <p>
        {place ? (
          <ActionLink href={continueUrl(work.id, place)}>
            {chapters.length === 1
              ? t("Go on where you were")
              : t("Go on at chapter {number, number}", { number: place.number })}
          </ActionLink>
        ) : (
          <ActionLink href={urls.chapter(work.id, first.id)}>{beginning}</ActionLink>
        )}
      </p>
      {(place || chapters.length > 1) && (
        <p class="actions">
          {place && <a href={urls.chapter(work.id, first.id)}>{beginning}</a>}
          {chapters.length > 1 && <a href={urls.wholeWork(work.id)}>{t("Read it all on one page")}</a>}
        </p>
      )}
    </div>
  );
}

function Contents({ page, work, chapters }: { page: Page; work: Work; chapters: ChapterEntry[] }) {
  const { t } = page;
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{t("Contents")}</h2>
      <ContentsList
        page={page}
        work={work}
        chapters={chapters.slice(0, chaptersInSight)}
        hrefOf={({ id }) => urls.chapter(work.id, id)}
      />
      <p>
        <a href={urls.chapterIndex(work.id)}>
          {t("All {count, plural, one {# chapter} other {# chapters}} with their dates", {
            count: chapters.length,
          })}
        </a>
      </p>
    </section>
  );
}

function SearchInWork({ page, work }: { page: Page; work: Work }) {
  return (
    <section aria-labelledby="search">
      <h2 id="search">{page.t("Search in this story")}</h2>
      <SearchInWorkForm page={page} work={work} />
    </section>
  );
}

function Downloads(props: { page: Page; work: Work; formats: readonly DownloadLink[] }) {
  const { t } = props.page;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{t("Carry it away")}</h2>
      <ul class="downloads">
        {props.formats.map(({ id, label }) => (
          <li>
            <a href={urls.download(props.work.id, id)} rel="nofollow">
              {t(label)}
            </a>
          </li>
        ))}
        <li>
          <a href={urls.keepWork(props.work.id)} rel="nofollow">
            {t("Keep offline")}
          </a>
        </li>
      </ul>
    </section>
  );
}
