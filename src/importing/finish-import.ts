import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { newId } from "../vocabulary/ids.ts";
import { addChapter } from "../works/add-chapter.ts";
import { attachOriginal } from "../works/originals.ts";
import { saveDraft } from "../works/save-draft.ts";
import type { ChapterFields, WorkFields } from "../works/work-fields.ts";
import { listImportFiles } from "./imports.ts";
import type { KeptDecision } from "./kept-decisions.ts";
import { ownImport } from "./save-review.ts";

/** What becomes of an import: a work of its own, or further chapters of a work that is there. */
export type ImportGoal = { workFields: WorkFields } | { workId: string };

/** What a reviewed import is saved as. */
export type ImportResult = {
  goal: ImportGoal;
  /** At least one, in order. */
  chapters: [ChapterFields, ...ChapterFields[]];
  /** The answers to keep, so that the next chapter is read as this one was. */
  kept: KeptDecision[];
};

/**
 * Makes drafts of a reviewed import, all its chapters. Its files are laid beside them, the answers are kept with the
 * work, and the import is over; all of it happens or nothing.
 *
 * @param version the version the form was made from
 * @param now ms since 1970, UTC
 * @returns the ids of the work and of the chapters
 * @throws NotFound, SavedMeanwhile
 */
export async function finishImport(
  writer: Writer,
  member: Member,
  importId: string,
  version: number,
  result: ImportResult,
  now: number,
): Promise<{ workId: string; chapterIds: string[] }> {
  const { originalId } = await ownImport(writer, member, importId, version);
  const { goal, chapters, kept } = result;
  const [first, ...others] = chapters;
  const begun =
    "workId" in goal
      ? { workId: goal.workId, chapterId: await addChapter(writer, member, goal.workId, first, now) }
      : await saveDraft(writer, member, goal.workFields, first, now);
  const { workId } = begun;
  const chapterIds = [begun.chapterId];
  for (const chapter of others) chapterIds.push(await addChapter(writer, member, workId, chapter, now));
  for (const file of await listImportFiles(writer, importId))
    await attachOriginal(writer, member, file.originalId, workId, begun.chapterId);
  if (kept.length > 0)
    await writer
      .insertInto("import_decisions")
      .values({
        id: newId(),
        work_id: workId,
        original_id: originalId,
        made_at: now,
        decisions: JSON.stringify(kept),
      })
      .execute();
  await writer.deleteFrom("imports").where("id", "=", importId).execute();
  return { workId, chapterIds };
}
