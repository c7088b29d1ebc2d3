import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import { languageOfWords } from "./language-of-words.ts";
import type { PartOfSeries } from "./work.ts";

/** "Part 2 of Letters Never Sent", a line for each series that a work is part of. */
export function SeriesLines(props: {
  page: Page;
  series: PartOfSeries[];
  /** Of the work. */
  language: string;
}) {
  const { page } = props;
  return props.series.map(({ seriesId, title, number }) => (
    <p class="work-series">
      {number === null ? (
        <Sentence
          page={page}
          says="Part of {series}"
          parts={{ series: <cite {...saidIn(props.language, page, title)}>{title}</cite> }}
        />
      ) : (
        <Sentence
          page={page}
          says="Part {number, number} of {series}"
          values={{ number }}
          parts={{
            series: (
              <a href={urls.series(seriesId)} {...saidIn(props.language, page, title)}>
                {title}
              </a>
            ),
          }}
        />
      )}
    </p>
  ));
}

function saidIn(language: string, { locale }: Page, words: string) {
  return { lang: languageOfWords(words, language, locale), dir: "auto" } as const;
}
