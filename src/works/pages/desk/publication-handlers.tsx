import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { publishChapter } from "../../publish-chapter.ts";
import { publishWork } from "../../publish-work.ts";
import { NotReady } from "../../what-is-lacking.ts";
import { ownChapterOf, ownWorkOf } from "./own-work-of.ts";
import { answerPreview } from "./preview-handler.tsx";

/** Publishes a work; one that is not ready is shown again with what it lacks. */
export function handlePublication(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    try {
      await database.write((writer) => publishWork(writer, member, work.id, Date.now()));
    } catch (cause) {
      if (cause instanceof NotReady) return answerPreview(context, database, work, 422);
      throw cause;
    }
    context.var.sayNext("work-published");
    return context.redirect(urls.work(work.id), 303);
  };
}

/** Publishes one chapter of a work that readers have already. */
export function handleChapterPublication(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work, chapter } = await ownChapterOf(context, database.reading);
    try {
      await database.write((writer) => publishChapter(writer, member, work.id, chapter.id, Date.now()));
    } catch (cause) {
      if (cause instanceof NotReady) return answerPreview(context, database, work, 422);
      throw cause;
    }
    context.var.sayNext("chapter-published");
    return context.redirect(urls.chapter(work.id, chapter.id), 303);
  };
}
