import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { HiddenPart, Series } from "../../series.ts";
import { standingOf } from "../desk/series/series-parts.tsx";
import { workTitle } from "../desk/titles.ts";

/** What only the author of a series is told on its page: what others do not find there, and what is still to come. */
export function SeriesForItsAuthor({ page, series }: { page: Page; series: Series }) {
  const { t } = page;
  const missing = missingNumbers(series);
  const list = new Intl.ListFormat(page.locale, { type: "conjunction" });
  return (
    <Notice title={t("For you alone")}>
      {series.hidden.length > 0 && (
        <>
          <p>{t("Readers do not find these parts here:")}</p>
          <ul>
            {series.hidden.map((part) => (
              <li>
                <HiddenTitle page={page} part={part} /> ({standingOf(part, t)})
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <p>
          {t("By your own count there is no part {numbers} yet.", {
            numbers: list.format(missing.map(String)),
          })}
        </p>
      )}
      <p class="actions">
        <a href={urls.editSeries(series.id)}>{t("Edit the series")}</a>
      </p>
    </Notice>
  );
}

function HiddenTitle({ page, part }: { page: Page; part: HiddenPart }) {
  const title = workTitle(page.t, part);
  if (part.isRemoved) return <span dir="auto">{title}</span>;
  return (
    <a href={urls.work(part.workId)} dir="auto">
      {title}
    </a>
  );
}

/** As many are named as one reads; the count in the page's head says the rest. */
const mostNamed = 12;

/** The numbers before the last, or before as many as are planned, that no part has. */
function missingNumbers({ parts, hidden, expectedWorks }: Series): number[] {
  const taken = new Set([...parts, ...hidden].map(({ position }) => position));
  const last = Math.max(0, expectedWorks ?? 0, ...taken);
  const missing: number[] = [];
  for (let number = 1; number <= last && missing.length < mostNamed; number++)
    if (!taken.has(number)) missing.push(number);
  return missing;
}
