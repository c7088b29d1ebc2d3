import type { Member } from "../people/person.ts";
import { findOwnPseud } from "../people/pseuds.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { newId, randomLetters } from "../vocabulary/ids.ts";
import { ownShelf, tellOfShelf } from "./own-shelf.ts";
import type { ShelfFields } from "./shelf.ts";
import "./sql/shelves-table.ts";

/** The member has as many shelves as the archive takes of one. */
export class TooManyShelves extends Error {
  override name = "TooManyShelves";
}

/** Letters of a feed's secret address; five bits each. */
const keyLength = 32;

/** How long the same shelf, asked for again, is the same press of a button, in ms. */
const samePress = 30_000;

/**
 * Makes a shelf.
 *
 * @param most how many a member may have
 * @param now ms since 1970, UTC
 * @returns its id
 * @throws TooManyShelves, and NotFound for a name that is not the member's
 */
export async function makeShelf(
  writer: Writer,
  member: Member,
  fields: ShelfFields,
  most: number,
  now: number,
): Promise<string> {
  const { count } = await writer
    .selectFrom("shelves")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw new TooManyShelves();
  await checkName(writer, member, fields.pseudId);
  const id = newId();
  await writer
    .insertInto("shelves")
    .values({
      id,
      account_id: member.accountId,
      pseud_id: fields.pseudId,
      name: fields.name,
      text: fields.text,
      visibility: fields.visibility,
      feed_key: randomLetters(keyLength),
      created_at: now,
      updated_at: now,
      hidden_at: null,
    })
    .execute();
  await tellOfShelf(writer, id, [fields.visibility], now);
  return id;
}

/**
 * The same for a button that may have been pressed twice: the same shelf within half a minute is one.
 *
 * @param now ms since 1970, UTC
 */
export async function makeShelfOnce(
  writer: Writer,
  member: Member,
  fields: ShelfFields,
  most: number,
  now: number,
): Promise<string> {
  const { name, text, visibility, pseudId } = fields;
  const again = await writer
    .selectFrom("shelves")
    .select("id")
    .where("account_id", "=", member.accountId)
    .where("created_at", ">", now - samePress)
    .where((row) => row.and({ name, text, visibility }))
    .where("pseud_id", pseudId === null ? "is" : "=", pseudId)
    .executeTakeFirst();
  return again ? again.id : makeShelf(writer, member, fields, most, now);
}

/**
 * Changes what is said of a shelf, and who finds it.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the shelf and the name are the member's own
 */
export async function changeShelf(
  writer: Writer,
  member: Member,
  shelfId: string,
  fields: ShelfFields,
  now: number,
): Promise<void> {
  const shelf = await ownShelf(writer, member, shelfId);
  await checkName(writer, member, fields.pseudId);
  await writer
    .updateTable("shelves")
    .set({
      name: fields.name,
      text: fields.text,
      visibility: fields.visibility,
      pseud_id: fields.pseudId,
      updated_at: now,
    })
    .where("id", "=", shelfId)
    .execute();
  await tellOfShelf(writer, shelfId, [shelf.visibility, fields.visibility], now);
}

/** Gives the feed of a shelf a new secret address. @throws NotFound */
export async function changeShelfKey(writer: Writer, member: Member, shelfId: string): Promise<void> {
  await ownShelf(writer, member, shelfId);
  await renewKey(writer, shelfId);
}

/** Gives the feeds of all of an account's shelves new secret addresses. */
export async function changeShelfKeys(writer: Writer, accountId: string): Promise<void> {
  const own = await writer.selectFrom("shelves").select("id").where("account_id", "=", accountId).execute();
  for (const { id } of own) await renewKey(writer, id);
}

function renewKey(writer: Writer, shelfId: string) {
  return writer
    .updateTable("shelves")
    .set({ feed_key: randomLetters(keyLength) })
    .where("id", "=", shelfId)
    .execute();
}

/**
 * Takes a shelf away with all that stands on it; the works stay.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound
 */
export async function removeShelf(
  writer: Writer,
  member: Member,
  shelfId: string,
  now: number,
): Promise<void> {
  const shelf = await ownShelf(writer, member, shelfId);
  await writer.deleteFrom("shelves").where("id", "=", shelfId).execute();
  await tellOfShelf(writer, shelfId, [shelf.visibility], now);
}

async function checkName(writer: Writer, member: Member, pseudId: string | null): Promise<void> {
  if (pseudId !== null && !(await findOwnPseud(writer, member.accountId, pseudId))) throw new NotFound();
}
