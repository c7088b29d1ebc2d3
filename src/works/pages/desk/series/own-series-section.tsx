import type { Page } from "../../../../ui/page.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import type { OwnSeriesEntry } from "../../../own-series.ts";

/** The series of a writer on their desk. */
export function OwnSeriesSection({ page, series }: { page: Page; series: OwnSeriesEntry[] }) {
  if (series.length === 0) return null;
  const { t } = page;
  return (
    <section aria-labelledby="series">
      <h2 id="series">{t("Series")}</h2>
      <ul class="desk-list">
        {series.map((one) => (
          <li>
            <div>
              <h3 class="work-heading" id={`series-${one.id}`}>
                <a class="work-title" href={urls.series(one.id)} dir="auto">
                  {one.title}
                </a>
              </h3>
              <ul class="facts-line">
                <li>{t("{count, plural, one {# work} other {# works}}", { count: one.works })}</li>
              </ul>
            </div>
            <div class="actions">
              <a href={urls.editSeries(one.id)} aria-describedby={`series-${one.id}`}>
                {t("Edit")}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
