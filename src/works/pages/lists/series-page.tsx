import type { Child } from "hono/jsx";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Byline } from "../../byline.tsx";
import { languageOfWords } from "../../language-of-words.ts";
import type { Series, SeriesPart } from "../../series.ts";
import { mostWorksTogether } from "../../series-together.ts";
import { Note } from "../../story.tsx";
import type { Creator } from "../../work.ts";
import { wordsSentence } from "../../work-length.tsx";
import type { WorkListPage } from "../../work-lists.ts";
import type { DownloadLink } from "../reading/work-page.tsx";
import { SeriesForItsAuthor } from "./series-for-its-author.tsx";
import { WorkList } from "./work-list.tsx";

/** A series as a list of its works in order, with what they come to together. */
export function SeriesPage(props: {
  page: Page;
  series: Series;
  /** The parts that the reader's rules leave. */
  counted: readonly SeriesPart[];
  list: WorkListPage;
  formats: readonly DownloadLink[];
  follow: Child;
}) {
  const { page, series, counted, list } = props;
  const { t } = page;
  const urlOf = (number: number) => urls.series(series.id, number);
  // A series has no language of its own; its author wrote of it as of its works.
  const language = series.parts[0]?.language ?? page.locale;
  const words = counted.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const unfinished = counted.filter(({ isComplete }) => !isComplete).length;
  return (
    <Layout
      page={page}
      title={series.title}
      canonical={urlOf(list.page)}
      feed={{
        title: t("New in the series {name}", { name: series.title }),
        atom: urls.worksFeed(`series=${series.id}`),
        json: urls.worksJsonFeed(`series=${series.id}`),
      }}
    >
      <header class="page-head">
        <p class="quiet small">{t("Series")}</p>
        <h1 lang={languageOfWords(series.title, language, page.locale)} dir="auto">
          {series.title}
        </h1>
        <p class="byline">
          <Byline page={page} work={{ creators: authorsOf(list), anonymous: false, language }} />
        </p>
        <ul class="facts-line">
          <li>
            {series.expectedWorks !== null && series.expectedWorks > list.count
              ? t("{count, number} of {planned, plural, one {# work} other {# works}}", {
                  count: list.count,
                  planned: series.expectedWorks,
                })
              : t("{count, plural, one {# work} other {# works}}", { count: list.count })}
          </li>
          <li>{wordsSentence(page, words)}</li>
          {counted.length > 0 && (
            <li>
              {unfinished === 0
                ? t("{count, plural, one {complete} other {every part complete}}", {
                    count: counted.length,
                  })
                : t("{count, plural, one {one part not complete yet} other {# parts not complete yet}}", {
                    count: unfinished,
                  })}
            </li>
          )}
        </ul>
        {series.mine && <OwnCount page={page} series={series} />}
      </header>
      {props.follow}
      {series.summary !== "" && <Note html={series.summary} language={language} />}
      {series.mine && <SeriesForItsAuthor page={page} series={series} />}
      <WorkList page={page} list={list} urlOf={urlOf} />
      {series.notes !== "" && (
        <section aria-labelledby="series-notes">
          <h2 id="series-notes">{t("Notes")}</h2>
          <Note html={series.notes} language={language} />
        </section>
      )}
      {series.parts.length > 0 && series.parts.length <= mostWorksTogether && (
        <section aria-labelledby="series-downloads">
          <h2 id="series-downloads">{t("Take the whole series with you")}</h2>
          <p>
            <a href={urls.seriesBook(series.id)} rel="nofollow">
              {t("One book, EPUB")}
            </a>
          </p>
          <p class="hint">{t("One ZIP with a file for each work, in order.")}</p>
          <ul class="downloads">
            {props.formats.map(({ id, label }) => (
              <li>
                <a href={urls.seriesDownload(series.id, id)} rel="nofollow">
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

/** Readers see the parts counted through; the author's own numbers may skip what they cannot see. */
function OwnCount({ page, series }: { page: Page; series: Series }) {
  const numbers = series.parts.map(({ position }) => position);
  if (numbers.every((number, index) => number === index + 1)) return null;
  return (
    <p class="hint">
      {page.t("By your own count these are the parts {numbers}. Readers see them counted through.", {
        numbers: new Intl.ListFormat(page.locale, { type: "conjunction" }).format(numbers.map(String)),
      })}
    </p>
  );
}

/** Everybody the works shown are by, each once. */
function authorsOf({ works }: WorkListPage): Creator[] {
  const authors = works
    .filter(({ anonymous }) => !anonymous)
    .flatMap(({ creators }) => creators.filter(({ role }) => role === "author"));
  return [...new Map(authors.map((author) => [author.pseudId ?? author.name, author])).values()];
}
