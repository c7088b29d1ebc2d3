import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import type { ShelfVisibility } from "./sql/shelves-table.ts";
import "./sql/shelves-table.ts";

/** A shelf an operation is about to change. */
export type ShelfToChange = { id: string; visibility: ShelfVisibility; hidden: boolean };

/** A shelf of the member's own, inside the transaction that changes it. @throws NotFound */
export async function ownShelf(writer: Writer, member: Member, id: string): Promise<ShelfToChange> {
  const row = await writer
    .selectFrom("shelves")
    .select(["id", "visibility", "hidden_at"])
    .where("id", "=", id)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { id: row.id, visibility: row.visibility, hidden: row.hidden_at !== null };
}

/**
 * Tells of a shelf that others can or could find. Of a private one the log says nothing: it is its keeper's alone.
 *
 * @param visibilities before and after
 * @param now ms since 1970, UTC
 */
export async function tellOfShelf(
  writer: Writer,
  shelfId: string,
  visibilities: ShelfVisibility[],
  now: number,
): Promise<void> {
  if (visibilities.some((visibility) => visibility !== "private"))
    await recordFact(writer, { type: "shelf-changed", shelfId }, now);
}

/**
 * Notes that something on a shelf is another than before.
 *
 * @param now ms since 1970, UTC
 */
export async function touchShelf(writer: Writer, shelfId: string, now: number): Promise<void> {
  await writer.updateTable("shelves").set({ updated_at: now }).where("id", "=", shelfId).execute();
}
