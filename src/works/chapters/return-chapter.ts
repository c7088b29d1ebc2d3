import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { stopForwarding } from "../chapter-forwards.ts";
import { countPublished } from "../count-published.ts";
import { settleQueue } from "../leave-releases.ts";
import { ownChapterOrRemoved } from "./own-chapter.ts";
import "../sql/works-tables.ts";

/**
 * Takes a chapter back from the trash to where it stood, in the state it had.
 *
 * @throws NotFound
 */
export async function returnChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
): Promise<void> {
  const { work, chapter } = await ownChapterOrRemoved(writer, member, workId, chapterId);
  if (chapter.removed_at === null) return;
  await writer.updateTable("chapters").set({ removed_at: null }).where("id", "=", chapterId).execute();
  await stopForwarding(writer, chapterId);
  await settleQueue(writer, workId, now);
  await countPublished(writer, workId);
  if (work.status === "published" && chapter.status === "published")
    await recordFact(writer, { type: "work-changed", workId }, now);
}
