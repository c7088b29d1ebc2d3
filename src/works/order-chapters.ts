import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { ownWork } from "./own-work.ts";
import "./sql/works-tables.ts";

/**
 * Puts a work's chapters in a new order. Chapters the wish does not name keep their order behind the
 * named ones, so a stale form loses none.
 *
 * @param wish chapter ids, first to last
 * @throws NotFound
 */
export async function orderChapters(
  writer: Writer,
  member: Member,
  workId: string,
  wish: string[],
  now: number,
): Promise<void> {
  const work = await ownWork(writer, member, workId);
  const chapters = await writer
    .selectFrom("chapters")
    .select("id")
    .where("work_id", "=", workId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const placeOf = (id: string) => (wish.includes(id) ? wish.indexOf(id) : wish.length);
  const ordered = chapters.map(({ id }) => id).sort((one, other) => placeOf(one) - placeOf(other));
  for (const [index, id] of ordered.entries())
    await writer
      .updateTable("chapters")
      .set({ position: index + 1 })
      .where("id", "=", id)
      .execute();
  if (work.status === "published") await recordFact(writer, { type: "work-changed", workId }, now);
}
