import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import type { PartOfSeries } from "./work.ts";

/** "Part 2 of Letters Never Sent", a line for each series that a work is part of. */
export function SeriesLines({ page, series }: { page: Page; series: PartOfSeries[] }) {
  return series.map(({ seriesId, title, number }) => (
    <p class="work-series">
      {number === null ? (
        <Sentence page={page} says="Part of {series}" parts={{ series: <cite dir="auto">{title}</cite> }} />
      ) : (
        <Sentence
          page={page}
          says="Part {number, number} of {series}"
          values={{ number }}
          parts={{
            series: (
              <a href={urls.series(seriesId)} dir="auto">
                {title}
              </a>
            ),
          }}
        />
      )}
    </p>
  ));
}
