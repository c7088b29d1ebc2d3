import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { ownChapterOrRemoved } from "../chapters/own-chapter.ts";
import { keptWork } from "../own-work.ts";
import { forgetWorks } from "./forget-works.ts";
import "../sql/works-tables.ts";

/** Lets what was begun for works, and would go with them, outlive them. */
export type LetOutlive = (writer: Writer, workIds: string[]) => Promise<void>;

/**
 * Forgets a work for good that its keeper took away, before the trash would.
 *
 * @throws NotFound unless the member keeps it and it lies in the trash
 */
export async function forgetRemovedWork(
  writer: Writer,
  files: FileStore,
  member: Member,
  workId: string,
  letOutlive: LetOutlive,
  now: number,
): Promise<void> {
  const work = await keptWork(writer, member, workId);
  if (work.removed_at === null) throw new NotFound();
  await letOutlive(writer, [workId]);
  await forgetWorks(writer, files, [workId], now);
}

/**
 * Forgets a chapter for good that was taken away, with its earlier versions, before the trash would.
 *
 * @throws NotFound unless it lies in the trash, and the member may change its work
 */
export async function forgetRemovedChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
): Promise<void> {
  const { chapter } = await ownChapterOrRemoved(writer, member, workId, chapterId);
  if (chapter.removed_at === null) throw new NotFound();
  await writer.deleteFrom("chapters").where("id", "=", chapterId).execute();
  await recordFact(writer, { type: "chapters-purged", workId }, now);
}

/**
 * Forgets a series for good that its author took away, before the trash would. Its works stay as they are.
 *
 * @throws NotFound unless it is the member's and lies in the trash
 */
export async function forgetRemovedSeries(writer: Writer, member: Member, seriesId: string): Promise<void> {
  const gone = await writer
    .deleteFrom("series")
    .where("id", "=", seriesId)
    .where("account_id", "=", member.accountId)
    .where("removed_at", "is not", null)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw new NotFound();
}
