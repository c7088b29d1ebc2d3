import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { addChapter } from "../works/add-chapter.ts";
import { attachOriginal } from "../works/originals.ts";
import { saveDraft } from "../works/save-draft.ts";
import type { ChapterFields, WorkFields } from "../works/work-fields.ts";
import { ownImport } from "./save-review.ts";

/** What becomes of an import: a work of its own, or one more chapter of a work that is there. */
export type ImportGoal = { workFields: WorkFields } | { workId: string };

/**
 * Makes a draft of a reviewed import. The original is laid beside it, and the import is over; all of it happens
 * or nothing.
 *
 * @param version the version the form was made from
 * @param now ms since 1970, UTC
 * @returns the ids of the work and of the chapter
 * @throws NotFound, SavedMeanwhile
 */
export async function finishImport(
  writer: Writer,
  member: Member,
  importId: string,
  version: number,
  goal: ImportGoal,
  chapterFields: ChapterFields,
  now: number,
): Promise<{ workId: string; chapterId: string }> {
  const { originalId } = await ownImport(writer, member, importId, version);
  const made =
    "workId" in goal
      ? { workId: goal.workId, chapterId: await addChapter(writer, member, goal.workId, chapterFields, now) }
      : await saveDraft(writer, member, goal.workFields, chapterFields, now);
  await attachOriginal(writer, member, originalId, made.workId, made.chapterId);
  await writer.deleteFrom("imports").where("id", "=", importId).execute();
  return made;
}
