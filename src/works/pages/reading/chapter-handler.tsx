import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { findChapterIn } from "../../works.ts";
import { ChapterPage } from "./chapter-page.tsx";
import { openWork } from "./open-work.ts";

/** One chapter to read. */
export function showChapter(database: Database): ArchiveHandler {
  return async (context) => {
    const { work, chapters } = await openWork(context, database);
    const chapterId = context.req.param("chapterId") ?? "";
    const chapter = await findChapterIn(database.reading, work.id, chapters, chapterId);
    if (!chapter) throw new NotFound();
    return context.html(
      <ChapterPage page={context.var.page} work={work} chapters={chapters} chapter={chapter} />,
    );
  };
}
