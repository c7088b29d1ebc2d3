import { BarChart } from "../../../ui/bar-chart.tsx";
import { formatDate } from "../../../ui/formats.ts";
import type { Page } from "../../../ui/page.ts";
import { startOfMonth } from "../../months.ts";
import { everyMonth, type MonthNumbers, sumOf } from "../../statistics.ts";
import type { Column } from "./columns.ts";
import { NumbersTable } from "./numbers-table.tsx";

/** So many months are told, unless somebody asks for all. */
const mostMonths = 12;

/** Numbers by month: a drawing of each that came at all, and all of them in a table, the last month first. */
export function ByMonth(props: {
  page: Page;
  columns: readonly Column[];
  months: readonly MonthNumbers[];
  now: number;
  /** Whether all months are asked for; where all are told. */
  all: boolean;
  hrefOfAll: string;
}) {
  const { page, columns, months, now } = props;
  const { t } = page;
  const ever = everyMonth(months, now);
  const shown = props.all ? ever : everyMonth(months, now, mostMonths);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return null;
  const span = t("{first} to {last}", { first: inWords(page, first.month), last: inWords(page, last.month) });
  return (
    <section aria-labelledby="by-month">
      <h2 id="by-month">{t("By month")}</h2>
      <p class="quiet">{span}</p>
      <div class="drawings">
        {columns
          .filter(({ name }) => shown.some((month) => month[name] > 0))
          .map(({ name, heading }) => (
            <figure>
              <figcaption>{heading}</figcaption>
              <BarChart
                page={page}
                id={`drawing-${name}`}
                title={t("{what} by month", { what: heading })}
                description={t("A bar for each month, {span}. The numbers stand in the table below.", {
                  span,
                })}
                bars={shown.map((month) => ({ label: inShort(page, month.month), value: month[name] }))}
              />
            </figure>
          ))}
      </div>
      <NumbersTable
        page={page}
        labelledBy="by-month"
        heading={t("By month")}
        first={t("Month")}
        columns={columns}
        rows={shown.toReversed().map((numbers) => ({ heading: inWords(page, numbers.month), numbers }))}
        together={{ heading: t("Since the beginning"), numbers: sumOf(ever) }}
      />
      {shown.length < ever.length && (
        <p>
          <a href={props.hrefOfAll}>
            {t("{count, plural, one {Show the one month there is} other {Show all # months}}", {
              count: ever.length,
            })}
          </a>
        </p>
      )}
    </section>
  );
}

/** "November 2026" */
function inWords({ locale }: Page, month: number): string {
  return formatDate(startOfMonth(month), locale, "month");
}

/** "Nov 2026": what finds room below a bar. */
function inShort({ locale }: Page, month: number): string {
  return formatDate(startOfMonth(month), locale, "shortMonth");
}
