import { BarChart } from "../../../ui/bar-chart.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { ChapterEntry, Work } from "../../../works/work.ts";
import { sumOf, type WorkStatistics } from "../../statistics.ts";
import { ByMonth } from "./by-month.tsx";
import { chapterColumns, workColumns } from "./columns.ts";
import { type Hidden, NumbersFrame } from "./numbers-frame.tsx";
import { NumbersTable } from "./numbers-table.tsx";

/** Numbers about a work, for who writes it: by month, and how far its readers come. */
export function StatisticsPage(props: {
  page: Page;
  hidden: Hidden;
  work: Work;
  /** The chapters readers have. */
  chapters: ChapterEntry[];
  /** The chapter whose months are told instead of those of the whole work. */
  chapter: ChapterEntry | undefined;
  statistics: WorkStatistics;
  subscribers: boolean;
  all: boolean;
  now: number;
}) {
  const { page, work, chapter, chapters, statistics } = props;
  const { t } = page;
  const title = work.title || t("Without a title yet");
  return (
    <NumbersFrame
      page={page}
      title={
        chapter
          ? t("Numbers about {chapter} of “{title}”", { chapter: nameOf(page, chapter), title })
          : t("Numbers about “{title}”", { title })
      }
      hidden={props.hidden}
      now={props.now}
      back={urls.desk()}
      sheet={urls.statisticsSheet(work.id)}
    >
      {chapter && (
        <p>
          <a href={urls.statistics(work.id)}>{t("Back to the numbers about the whole work")}</a>
        </p>
      )}
      {statistics.months.length === 0 ? (
        <p class="quiet">{t("Nothing was counted until yesterday. That is how most stories begin.")}</p>
      ) : (
        <>
          <ByMonth
            page={page}
            columns={
              chapter
                ? chapterColumns(page)
                : workColumns(page, { chapters: chapters.length > 1, subscribers: props.subscribers })
            }
            months={chapter ? (statistics.chapters.get(chapter.id) ?? []) : statistics.months}
            now={props.now}
            all={props.all}
            hrefOfAll={urls.statistics(work.id, { chapter: chapter?.id, all: true })}
          />
          {!chapter && chapters.length > 1 && <ByChapter {...props} />}
        </>
      )}
    </NumbersFrame>
  );
}

/** How far readers come: every chapter with what came to it since the beginning. */
function ByChapter({
  page,
  work,
  chapters,
  statistics,
}: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  statistics: WorkStatistics;
}) {
  const { t } = page;
  const sums = chapters.map((chapter) => ({
    chapter,
    numbers: sumOf(statistics.chapters.get(chapter.id) ?? []),
  }));
  const known = new Set(chapters.map(({ id }) => id));
  const others = [...statistics.chapters].filter(([id]) => !known.has(id)).flatMap(([, months]) => months);
  return (
    <section aria-labelledby="by-chapter">
      <h2 id="by-chapter">{t("By chapter")}</h2>
      <p class="quiet">{t("How far readers came, since the beginning.")}</p>
      <div class="drawings">
        <figure>
          <figcaption>{t("Read to the end")}</figcaption>
          <BarChart
            page={page}
            id="drawing-chapters"
            title={t("Read to the end, by chapter")}
            description={t(
              "A bar for each of {count, number} chapters. The numbers stand in the table below.",
              {
                count: chapters.length,
              },
            )}
            bars={sums.map(({ chapter, numbers }) => ({
              label: t("{number, number}", { number: chapter.number }),
              value: numbers.finished,
            }))}
          />
        </figure>
      </div>
      <NumbersTable
        page={page}
        labelledBy="by-chapter"
        heading={t("By chapter")}
        first={t("Chapter")}
        columns={chapterColumns(page)}
        rows={[
          ...sums.map(({ chapter, numbers }) => ({
            heading: (
              <a href={urls.statistics(work.id, { chapter: chapter.id })} dir="auto">
                {nameOf(page, chapter)}
              </a>
            ),
            numbers,
          })),
          ...(others.length > 0
            ? [{ heading: t("Chapters readers do not have any more"), numbers: sumOf(others) }]
            : []),
        ]}
      />
    </section>
  );
}

/** What a chapter is called. */
function nameOf({ t }: Page, { number, title }: Pick<ChapterEntry, "number" | "title">): string {
  return title === ""
    ? t("Chapter {number, number}", { number })
    : t("{number, number}. {title}", { number, title });
}
