import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { AfterStory } from "../../after-story.ts";
import { findForward } from "../../chapter-forwards.ts";
import type { AidReading } from "../../reading-aids.ts";
import { findChapterIn } from "../../works.ts";
import { ChapterPage } from "./chapter-page.tsx";
import { openWork } from "./open-work.ts";

/** One chapter to read; one that was joined to another is read there. */
export function showChapter(
  database: Database,
  afterStory: AfterStory,
  aidReading: AidReading,
): ArchiveHandler {
  return async (context) => {
    const { work, chapters } = await openWork(context, database);
    const chapterId = context.req.param("chapterId") ?? "";
    const chapter = await findChapterIn(database.reading, work.id, chapters, chapterId);
    if (!chapter) {
      const joinedTo = await findForward(database.reading, work.id, chapterId);
      if (!chapters.some(({ id }) => id === joinedTo) || !joinedTo) throw new NotFound();
      return context.redirect(urls.chapter(work.id, joinedTo), 302);
    }
    const before = chapters[chapters.findIndex(({ id }) => id === chapter.id) - 1];
    if (before && context.var.openedWork) context.set("chapterBefore", before.id);
    return context.html(
      <ChapterPage
        page={context.var.page}
        work={work}
        chapters={chapters}
        chapter={chapter}
        aids={await aidReading(context, work, [chapter])}
        after={await afterStory(context, work, { chapterId })}
      />,
    );
  };
}
