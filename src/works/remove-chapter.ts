import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { countPublished } from "./count-published.ts";
import { ownChapter } from "./own-chapter.ts";
import "./sql/works-tables.ts";

/** A published work keeps at least one chapter: to take the last away, take the work away. */
export class LastChapter extends Error {
  override name = "LastChapter";
}

/**
 * Takes a chapter away; it can be taken back for as long as the trash keeps it.
 *
 * @throws NotFound, LastChapter
 */
export async function removeChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
): Promise<void> {
  const { work, chapter } = await ownChapter(writer, member, workId, chapterId);
  const others = await writer
    .selectFrom("chapters")
    .select("id")
    .where("work_id", "=", workId)
    .where("id", "!=", chapterId)
    .where("removed_at", "is", null)
    .$if(work.status === "published" && chapter.status === "published", (query) =>
      query.where("status", "=", "published"),
    )
    .executeTakeFirst();
  if (!others) throw new LastChapter();
  await writer.updateTable("chapters").set({ removed_at: now }).where("id", "=", chapterId).execute();
  await countPublished(writer, workId);
  if (work.status === "published") await recordFact(writer, { type: "work-changed", workId }, now);
}
