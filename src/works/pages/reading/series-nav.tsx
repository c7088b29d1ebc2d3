import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { SeriesPart } from "../../series.ts";

/** The parts of a series before and behind a work, as far as whoever asks may see them. */
export type SeriesNeighbours = { previous: SeriesPart | null; next: SeriesPart | null };

/** Where to go on within a series. */
export function SeriesNav({ page, neighbours }: { page: Page; neighbours: SeriesNeighbours }) {
  const { previous, next } = neighbours;
  if (previous === null && next === null) return null;
  return (
    <nav class="series-nav" aria-label={page.t("The series")}>
      {previous && (
        <p>
          <Sentence
            page={page}
            says="The part before: {title}"
            parts={{ title: <PartLink part={previous} /> }}
          />
        </p>
      )}
      {next && (
        <p>
          <Sentence page={page} says="The next part: {title}" parts={{ title: <PartLink part={next} /> }} />
        </p>
      )}
    </nav>
  );
}

function PartLink({ part }: { part: SeriesPart }) {
  return (
    <a href={urls.work(part.workId)} lang={part.language} dir="auto">
      {part.title}
    </a>
  );
}
