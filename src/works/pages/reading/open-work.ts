import type { ArchiveContext } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { tellRobots } from "../../robots-wishes.ts";
import type { ChapterEntry, Work } from "../../work.ts";
import { findWork, listChapters } from "../../works.ts";

/**
 * The work an address names with its contents, as far as the person who asks may open it. A draft is
 * counted as it would stand if all of it were published: its page is its preview.
 *
 * @throws NotFound
 */
export async function openWork(
  context: ArchiveContext,
  database: Database,
): Promise<{ work: Work; chapters: ChapterEntry[] }> {
  const { person } = context.var;
  const work = await findWork(database.reading, person, context.req.param("workId") ?? "");
  if (!work) throw new NotFound();
  if (work.status === "published" && !work.mine) context.set("openedWork", work.id);
  tellRobots(context, work);
  const chapters = await listChapters(database.reading, work);
  if (work.status === "published") return { work, chapters };
  const ready = chapters.filter((chapter) => chapter.wordCount > 0);
  const wordCount = ready.reduce((words, chapter) => words + chapter.wordCount, 0);
  return { work: { ...work, chapterCount: ready.length, wordCount }, chapters };
}
