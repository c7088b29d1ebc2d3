import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { listChoices } from "../../choices.ts";
import { answersToAll } from "../../warnings.tsx";
import { whatIsLacking } from "../../what-is-lacking.ts";
import type { Work } from "../../work.ts";
import { findAllChapters } from "../../works.ts";
import { ownWorkOf } from "./own-work-of.ts";
import { PreviewPage } from "./preview-page.tsx";

/** Shows a work to its author as readers will have it. */
export function showPreview(database: Database): ArchiveHandler {
  return async (context) => {
    const { work } = await ownWorkOf(context, database.reading);
    return answerPreview(context, database, work, 200);
  };
}

/** The preview; counted as if everything that has text were published. */
export async function answerPreview(
  context: ArchiveContext,
  database: Database,
  work: Work,
  status: 200 | 422,
): Promise<Response> {
  const [chapters, asked, lacks] = await Promise.all([
    findAllChapters(database.reading, work),
    listChoices(database.reading, "warnings"),
    work.status === "draft" ? whatIsLacking(database.reading, work.id) : [],
  ]);
  const ready = chapters.filter(({ wordCount }) => wordCount > 0);
  const counted = {
    ...work,
    chapterCount: ready.length,
    wordCount: ready.reduce((words, chapter) => words + chapter.wordCount, 0),
  };
  const { page } = context.var;
  const warnings = answersToAll(asked, work.warnings);
  return context.html(<PreviewPage page={page} work={counted} {...{ chapters, warnings, lacks }} />, status);
}
