import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { AfterStory } from "../../after-story.ts";
import { listChoices } from "../../choices.ts";
import type { AidReading } from "../../reading-aids.ts";
import { answersToAll } from "../../warnings.tsx";
import { findAllChapters } from "../../works.ts";
import { openWork } from "./open-work.ts";
import { WholeWorkPage } from "./whole-work-page.tsx";

/** All chapters on one page, for reading without a connection and for printing. */
export function showWholeWork(
  database: Database,
  afterStory: AfterStory,
  aidReading: AidReading,
): ArchiveHandler {
  return async (context) => {
    const { work } = await openWork(context, database);
    const [chapters, asked] = await Promise.all([
      findAllChapters(database.reading, work),
      listChoices(database.reading, "warnings"),
    ]);
    return context.html(
      <WholeWorkPage
        page={context.var.page}
        work={work}
        chapters={chapters}
        aids={await aidReading(context, work, chapters)}
        warnings={answersToAll(asked, work.warnings)}
        after={await afterStory(context, work, "whole")}
      />,
    );
  };
}
