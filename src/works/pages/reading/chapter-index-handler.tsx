import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { ChapterIndexPage } from "./chapter-index-page.tsx";
import { openWork } from "./open-work.ts";

/** All chapters of a work with their dates and lengths. */
export function showChapterIndex(database: Database): ArchiveHandler {
  return async (context) => {
    const { work, chapters } = await openWork(context, database);
    return context.html(<ChapterIndexPage page={context.var.page} work={work} chapters={chapters} />);
  };
}
