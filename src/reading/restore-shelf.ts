import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { makeShelf, TooManyShelves } from "./make-shelf.ts";
import type { ShelfFields } from "./shelf.ts";
import "./sql/shelves-table.ts";

/** A shelf as another archive had it, clean, with those of its works that are here. */
type CarriedShelf = ShelfFields & {
  createdAt: number;
  updatedAt: number;
  works: readonly { workId: string; position: number; note: string; addedAt: number }[];
};

/** Rows written by one statement. */
const together = 200;

/**
 * Makes a shelf anew with what stood on it. One of a name that the member has a shelf of already is theirs alone, until they
 * say otherwise: nobody is shown two of a kind unasked. Nobody is told of it.
 *
 * @param most how many shelves a member may have
 * @param now ms since 1970, UTC
 * @returns its id here, or null: there is no room for one more
 */
export async function restoreShelf(
  writer: Writer,
  member: Member,
  { createdAt, updatedAt, works, ...fields }: CarriedShelf,
  most: number,
  now: number,
): Promise<string | null> {
  const own = await writer
    .selectFrom("shelves")
    .select("name")
    .where("account_id", "=", member.accountId)
    .execute();
  const isDoubled = own.some(({ name }) => foldName(name) === foldName(fields.name));
  const visibility = isDoubled ? "private" : fields.visibility;
  try {
    const id = await makeShelf(writer, member, { ...fields, visibility }, most, now);
    for (let from = 0; from < works.length; from += together)
      await writer
        .insertInto("shelf_works")
        .values(
          works.slice(from, from + together).map(({ workId, position, note, addedAt }) => ({
            ...{ shelf_id: id, work_id: workId, position, note, added_at: addedAt },
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await writer
      .updateTable("shelves")
      .set({ created_at: createdAt, updated_at: updatedAt })
      .where("id", "=", id)
      .execute();
    return id;
  } catch (cause) {
    if (cause instanceof TooManyShelves) return null;
    throw cause;
  }
}
