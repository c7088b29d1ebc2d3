import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { type MonthNumbers, sumOf, type WorkStatistics } from "../../statistics.ts";
import { ByMonth } from "./by-month.tsx";
import { workColumns } from "./columns.ts";
import { type Hidden, NumbersFrame } from "./numbers-frame.tsx";
import { NumbersTable } from "./numbers-table.tsx";

/** A work with its numbers. */
export type WorkWithNumbers = { id: string; title: string; statistics: WorkStatistics };

/** Numbers about everything somebody writes: by month, and work by work in the order of their titles. */
export function OwnStatisticsPage(props: {
  page: Page;
  hidden: Hidden;
  works: WorkWithNumbers[];
  subscribers: boolean;
  all: boolean;
  now: number;
}) {
  const { page, works } = props;
  const { t } = page;
  const columns = workColumns(page, { chapters: true, subscribers: props.subscribers });
  return (
    <NumbersFrame
      page={page}
      title={t("Numbers about my works")}
      hidden={props.hidden}
      now={props.now}
      back={urls.desk()}
      sheet={urls.ownStatisticsSheet()}
    >
      {works.length === 0 ? (
        <p class="quiet">{t("Nothing of yours is published yet.")}</p>
      ) : (
        <>
          <ByMonth
            page={page}
            columns={columns}
            months={together(works)}
            now={props.now}
            all={props.all}
            hrefOfAll={urls.ownStatistics({ all: true })}
          />
          <section aria-labelledby="by-work">
            <h2 id="by-work">{t("By work")}</h2>
            <p class="quiet">
              {t("Since the beginning. A work’s own page has its months and its chapters.")}
            </p>
            <NumbersTable
              page={page}
              labelledBy="by-work"
              heading={t("By work")}
              first={t("Work")}
              columns={columns}
              rows={works.map(({ id, title, statistics }) => ({
                heading: (
                  <a href={urls.statistics(id)} dir="auto">
                    {title || t("Without a title yet")}
                  </a>
                ),
                numbers: sumOf(statistics.months),
              }))}
            />
          </section>
        </>
      )}
    </NumbersFrame>
  );
}

/** The numbers of several works by month. */
function together(works: readonly WorkWithNumbers[]): MonthNumbers[] {
  const months = Map.groupBy(
    works.flatMap(({ statistics }) => statistics.months),
    ({ month }) => month,
  );
  return [...months]
    .map(([month, numbers]) => ({ month, ...sumOf(numbers) }))
    .sort((a, b) => a.month - b.month);
}
