import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { countPublished } from "./count-published.ts";
import { ownChapter } from "./own-chapter.ts";
import { publishWork } from "./publish-work.ts";
import { NotReady } from "./what-is-lacking.ts";
import "./sql/works-tables.ts";

/**
 * Publishes one chapter; in a work that is still a draft it publishes the work. Publishing it again
 * does nothing.
 *
 * @throws NotFound, NotReady
 */
export async function publishChapter(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
): Promise<void> {
  const { work, chapter } = await ownChapter(writer, member, workId, chapterId);
  if (work.status === "published" && chapter.status === "published") return;
  if (chapter.word_count === 0) throw new NotReady(["story"]);
  if (work.status === "draft") return publishWork(writer, member, workId, now);
  await writer
    .updateTable("chapters")
    .set({ status: "published", published_at: now, updated_at: now })
    .where("id", "=", chapterId)
    .execute();
  await writer
    .updateTable("works")
    .set({ revised_at: now, updated_at: now })
    .where("id", "=", workId)
    .execute();
  await countPublished(writer, workId);
  await recordFact(writer, { type: "chapter-published", workId, chapterId }, now);
}
