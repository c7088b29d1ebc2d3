import type { Person } from "../../../people/person.ts";
import { wordsPerMinuteOf } from "../../../people/preferences.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { listTagKinds } from "../../../tags/tags.ts";
import type { AfterStory } from "../../after-story.ts";
import { listChoices } from "../../choices.ts";
import { hiddenFrom } from "../../hidden-from.ts";
import { listNews } from "../../news.ts";
import { listMadeOf } from "../../related-works.ts";
import { findSeries } from "../../series.ts";
import { answersToAll } from "../../warnings.tsx";
import type { Work } from "../../work.ts";
import { openWork } from "./open-work.ts";
import type { SeriesNeighbours } from "./series-nav.tsx";
import { type DownloadLink, WorkPage } from "./work-page.tsx";

/**
 * A work's front page; a draft's is its preview.
 *
 * @param formats what a work can be carried away in; `label` is an English sentence for `t`
 * @param afterStory what other rooms put at its end
 */
export function showWork(
  database: Database,
  formats: readonly DownloadLink[],
  afterStory: AfterStory,
): ArchiveHandler {
  return async (context) => {
    const { work, chapters } = await openWork(context, database);
    const [kinds, asked, neighbours, news, made] = await Promise.all([
      listTagKinds(database.reading),
      listChoices(database.reading, "warnings"),
      neighboursOf(database.reading, context.var.person, work),
      listNews(database.reading, work),
      listMadeOf(database.reading, context.var.person, work.id),
    ]);
    return context.html(
      <WorkPage
        page={context.var.page}
        work={work}
        chapters={chapters}
        news={news}
        warnings={answersToAll(asked, work.warnings)}
        kinds={kinds}
        formats={formats}
        neighbours={neighbours}
        wordsPerMinute={await wordsPerMinuteOf(database.reading, context.var.person)}
        made={made}
        after={await afterStory(context, work, "title")}
      />,
    );
  };
}

/** Of several series the first leads on. */
async function neighboursOf(reader: Reader, person: Person, work: Work): Promise<SeriesNeighbours> {
  const [part] = work.series;
  const series = part && (await findSeries(reader, person, part.seriesId));
  if (!series || part.number === null) return { previous: null, next: null };
  const accountId = person.kind === "member" && !series.mine ? person.accountId : null;
  const quiet = await hiddenFrom(
    reader,
    accountId,
    series.parts.map(({ workId }) => workId),
  );
  const isShown = ({ workId }: { workId: string }) => !quiet.has(workId);
  return {
    previous: series.parts.slice(0, part.number - 1).findLast(isShown) ?? null,
    next: series.parts.slice(part.number).find(isShown) ?? null,
  };
}
