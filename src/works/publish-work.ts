import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { countPublished } from "./count-published.ts";
import { ownWork } from "./own-work.ts";
import { NotReady, whatIsLacking } from "./what-is-lacking.ts";
import "./sql/works-tables.ts";

/**
 * Publishes a draft with all of its chapters that have text. Publishing a published work again does nothing.
 *
 * @throws NotFound, NotReady
 */
export async function publishWork(
  writer: Writer,
  member: Member,
  workId: string,
  now: number,
): Promise<void> {
  const work = await ownWork(writer, member, workId);
  if (work.status === "published") return;
  const lacks = await whatIsLacking(writer, workId);
  if (lacks.length > 0) throw new NotReady(lacks);
  await writer
    .updateTable("chapters")
    .set({ status: "published", published_at: now, updated_at: now })
    .where("work_id", "=", workId)
    .where("status", "=", "draft")
    .where("removed_at", "is", null)
    .where("word_count", ">", 0)
    .execute();
  await writer
    .updateTable("works")
    .set({ status: "published", published_at: now, revised_at: now, updated_at: now })
    .where("id", "=", workId)
    .execute();
  await countPublished(writer, workId);
  await recordFact(writer, { type: "work-published", workId }, now);
}
