import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { ownWork } from "./own-work.ts";
import { giveWorkWith } from "./releases/give-to-readers.ts";
import { NotReady, whatIsLacking } from "./what-is-lacking.ts";
import "./sql/releases-tables.ts";
import "./sql/works-tables.ts";

/**
 * Publishes a draft with all of its chapters that have text, but for those that wait for their time. Publishing a published work again does nothing.
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
  const ready = await chaptersReady(writer, workId);
  if (ready.length === 0) throw new NotReady(["ready chapter"]);
  await giveWorkWith(writer, workId, ready, now);
}

/** The drafts of a work that have text and wait for no time of their own. */
async function chaptersReady(writer: Writer, workId: string): Promise<string[]> {
  const rows = await writer
    .selectFrom("chapters")
    .select("chapters.id")
    .where("work_id", "=", workId)
    .where("status", "=", "draft")
    .where("removed_at", "is", null)
    .where("word_count", ">", 0)
    .where("chapters.id", "not in", (waiting) =>
      waiting.selectFrom("releases").select("chapter_id").where("releases.work_id", "=", workId),
    )
    .execute();
  return rows.map(({ id }) => id);
}
