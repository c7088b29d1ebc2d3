import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { isPublishedFor } from "../works/open-works.ts";
import { ownShelf, touchShelf } from "./own-shelf.ts";
import "./sql/shelves-table.ts";

/** The shelf holds as many works as the archive takes on one. */
export class ShelfIsFull extends Error {
  override name = "ShelfIsFull";
}

/**
 * Puts a work at the end of a shelf; one that stands there stays where it is.
 *
 * @param most how many works a shelf takes
 * @param now ms since 1970, UTC
 * @throws NotFound unless the shelf is the member's own and the work is published, for them too; ShelfIsFull
 */
export async function shelveWork(
  writer: Writer,
  member: Member,
  shelfId: string,
  workId: string,
  most: number,
  now: number,
): Promise<void> {
  const shelf = await ownShelf(writer, member, shelfId);
  if (!(await isPublishedFor(writer, member, workId))) throw new NotFound();
  const { count, last } = await writer
    .selectFrom("shelf_works")
    .select((row) => [
      row.fn.countAll<number>().as("count"),
      row.fn.max<number | null>("position").as("last"),
    ])
    .where("shelf_id", "=", shelfId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw new ShelfIsFull();
  const put = await writer
    .insertInto("shelf_works")
    .values({ shelf_id: shelfId, work_id: workId, position: (last ?? 0) + 1, note: "", added_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("work_id")
    .executeTakeFirst();
  if (!put) return;
  await touchShelf(writer, shelfId, now);
  if (shelf.visibility !== "private")
    await recordFact(writer, { type: "work-shelved", shelfId, workId }, now);
}

/**
 * Takes a work off a shelf, whatever became of it.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the shelf is the member's own
 */
export async function unshelveWork(
  writer: Writer,
  member: Member,
  shelfId: string,
  workId: string,
  now: number,
): Promise<void> {
  await ownShelf(writer, member, shelfId);
  await writer
    .deleteFrom("shelf_works")
    .where("shelf_id", "=", shelfId)
    .where("work_id", "=", workId)
    .execute();
  await touchShelf(writer, shelfId, now);
}

/**
 * Writes what a keeper says of a work on a shelf.
 *
 * @param note clean note HTML
 * @param now ms since 1970, UTC
 * @throws NotFound unless the shelf is the member's own and the work stands on it
 */
export async function noteOnShelf(
  writer: Writer,
  member: Member,
  { shelfId, workId, note }: { shelfId: string; workId: string; note: string },
  now: number,
): Promise<void> {
  await ownShelf(writer, member, shelfId);
  const noted = await writer
    .updateTable("shelf_works")
    .set({ note })
    .where("shelf_id", "=", shelfId)
    .where("work_id", "=", workId)
    .returning("work_id")
    .executeTakeFirst();
  if (!noted) throw new NotFound();
  await touchShelf(writer, shelfId, now);
}

/**
 * Moves works of a shelf to the places wished for them, counted from 1; all others keep their order around them. Of
 * two wishes for one place the first in the present order comes first.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the shelf is the member's own
 */
export async function orderShelf(
  writer: Writer,
  member: Member,
  shelfId: string,
  wishes: ReadonlyMap<string, number>,
  now: number,
): Promise<void> {
  await ownShelf(writer, member, shelfId);
  const rows = await writer
    .selectFrom("shelf_works")
    .select(["work_id", "position"])
    .where("shelf_id", "=", shelfId)
    .orderBy("position")
    .orderBy("work_id")
    .execute();
  const moved = rows
    .map(({ work_id }, at) => ({ id: work_id, at, place: wishes.get(work_id) ?? at + 1 }))
    .filter(({ at, place }) => place !== at + 1);
  const moving = new Set(moved.map(({ id }) => id));
  const order = rows.map(({ work_id }) => work_id).filter((id) => !moving.has(id));
  for (const { id, place } of moved.sort((one, other) => one.place - other.place || one.at - other.at))
    order.splice(Math.min(Math.max(place - 1, 0), order.length), 0, id);
  const before = new Map(rows.map(({ work_id, position }) => [work_id, position]));
  for (const [at, id] of order.entries())
    if (before.get(id) !== at + 1)
      await writer
        .updateTable("shelf_works")
        .set({ position: at + 1 })
        .where("shelf_id", "=", shelfId)
        .where("work_id", "=", id)
        .execute();
  await touchShelf(writer, shelfId, now);
}
