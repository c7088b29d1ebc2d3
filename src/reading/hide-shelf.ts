import { type Member, mayModerate } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import "./sql/shelves-table.ts";

/**
 * Takes a shelf from everybody's sight but its keeper's, or gives it back: for who looks after the archive. A private
 * shelf is not theirs to know of.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound for anybody else
 */
export async function hideShelf(
  writer: Writer,
  member: Member,
  shelfId: string,
  hides: boolean,
  now: number,
): Promise<void> {
  if (!mayModerate(member)) throw new NotFound();
  const changed = await writer
    .updateTable("shelves")
    .set({ hidden_at: hides ? now : null })
    .where("id", "=", shelfId)
    .where("visibility", "!=", "private")
    .returning("id")
    .executeTakeFirst();
  if (!changed) throw new NotFound();
  await recordFact(writer, { type: "shelf-changed", shelfId }, now);
}
