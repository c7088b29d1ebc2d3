import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { ownWork } from "../own-work.ts";
import "../sql/works-tables.ts";

/**
 * Puts a work's chapters in a new order. Chapters the wish does not name (added since the form was
 * opened, or in the trash) keep their places, and the named ones share out the others.
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
  const present = new Set(chapters.map(({ id }) => id));
  const named = [...new Set(wish)].filter((id) => present.has(id));
  const isNamed = new Set(named);
  let next = 0;
  const ordered = chapters.map(({ id }) => (isNamed.has(id) ? (named[next++] ?? id) : id));
  for (const [index, id] of ordered.entries())
    await writer
      .updateTable("chapters")
      .set({ position: index + 1 })
      .where("id", "=", id)
      .execute();
  if (work.status === "published") await recordFact(writer, { type: "work-changed", workId }, now);
}
