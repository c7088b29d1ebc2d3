import { accountIdOf, type Member, mayModerate, type Person, plainMember } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { countRead, type Hiding, hiddenFrom } from "../works/hidden-from.ts";
import { openAmong } from "../works/open-works.ts";
import type { Heeding } from "../works/reader-rules.ts";
import { listedFor } from "../works/visible-works.ts";
import { fillCards } from "../works/work-cards.ts";
import type { OwnShelf, Shelf, ShelfPage } from "./shelf.ts";
import "./sql/shelves-table.ts";
import "../people/pseuds.ts";

const columns = [
  "shelves.id",
  "shelves.name",
  "shelves.text",
  "shelves.visibility",
  "shelves.updated_at as updatedAt",
  "shelves.hidden_at",
  "shelves.account_id",
  "shelves.pseud_id",
  "pseuds.name as pseudName",
] as const;

/** A member's own shelves without how much stands on them: counting that takes as long as all of it is. */
function ownShelves(reader: Reader | Writer, { accountId }: Member) {
  return reader
    .selectFrom("shelves")
    .select(["shelves.id", "shelves.name", "shelves.visibility", "shelves.hidden_at"])
    .select("shelves.feed_key as feedKey")
    .where("shelves.account_id", "=", accountId);
}

function asOwn<Row extends { hidden_at: number | null }>({ hidden_at, ...shelf }: Row) {
  return { ...shelf, isHidden: hidden_at !== null };
}

const names = new Intl.Collator(undefined, { numeric: true });

function byName(one: { id: string; name: string }, other: { id: string; name: string }): number {
  return names.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
}

/** The secret of the feed of a member's own shelf; "" when it is none. */
export async function findOwnShelfKey(reader: Reader, member: Member, shelfId: string): Promise<string> {
  const own = await ownShelves(reader, member).where("shelves.id", "=", shelfId).executeTakeFirst();
  return own?.feedKey ?? "";
}

/** A member's own shelves, by name. */
export async function listOwnShelves(reader: Reader | Writer, member: Member): Promise<OwnShelf[]> {
  const shelves = (await ownShelves(reader, member).execute()).map(asOwn).sort(byName);
  const counted = await reader
    .selectFrom("shelf_works")
    .innerJoin("shelves", "shelves.id", "shelf_works.shelf_id")
    .select(["shelf_id", (row) => row.fn.countAll<number>().as("works")])
    .where("shelves.account_id", "=", member.accountId)
    .groupBy("shelf_id")
    .execute();
  const works = new Map(counted.map((row) => [row.shelf_id, Number(row.works)]));
  return shelves.map((shelf) => ({ ...shelf, works: works.get(shelf.id) ?? 0 }));
}

/**
 * A shelf, if it exists for this person: a private one does for its keeper alone, whoever else looks after the archive;
 * one that a moderator hid for its keeper and for moderators.
 */
export async function findShelf(reader: Reader, person: Person, id: string): Promise<Shelf | undefined> {
  const [shelf] = await findShelves(reader, person, [id]);
  return shelf;
}

/** Those of several that exist for this person, in no order. */
export async function findShelves(reader: Reader, person: Person, ids: readonly string[]): Promise<Shelf[]> {
  const asked = ids.filter(looksLikeId);
  if (asked.length === 0) return [];
  const rows = await reader
    .selectFrom("shelves")
    .leftJoin("pseuds", "pseuds.id", "shelves.pseud_id")
    .select(columns)
    .where("shelves.id", "in", asked)
    .execute();
  return rows.flatMap((row) => {
    const mine = person.kind === "member" && person.accountId === row.account_id;
    const open = row.visibility !== "private" && (row.hidden_at === null || mayModerate(person));
    return mine || open ? [shelfOf(row, mine)] : [];
  });
}

/** The shelf a feed's secret address belongs to, and for whom it is looked up: as a plain member. */
export async function findShelfOfFeed(
  reader: Reader,
  feedKey: string,
): Promise<{ shelf: Shelf; keeper: Member } | undefined> {
  if (!/^[0-9a-z]+$/.test(feedKey)) return undefined;
  const row = await reader
    .selectFrom("shelves")
    .leftJoin("pseuds", "pseuds.id", "shelves.pseud_id")
    .select(columns)
    .where("shelves.feed_key", "=", feedKey)
    .executeTakeFirst();
  if (!row) return undefined;
  return { shelf: shelfOf(row, true), keeper: plainMember(row.account_id) };
}

/** The shelves that everybody finds under a name, by name. */
export async function listPublicShelves(reader: Reader, pseudId: string): Promise<Shelf[]> {
  const rows = await reader
    .selectFrom("shelves")
    .leftJoin("pseuds", "pseuds.id", "shelves.pseud_id")
    .select(columns)
    .where("shelves.pseud_id", "=", pseudId)
    .where("shelves.visibility", "=", "public")
    .where("shelves.hidden_at", "is", null)
    .execute();
  return rows.map((row) => shelfOf(row, false)).sort(byName);
}

/**
 * A page of the works on a shelf, in its keeper's order. What the person may not see is not there for them, nor counted;
 * its keeper alone is told of a place whose work is gone. A page past the end is the last.
 */
export async function listShelf(
  reader: Reader,
  person: Person,
  shelf: Pick<Shelf, "id" | "mine">,
  { page: asked, perPage }: { page: number; perPage: number },
  heeding: Heeding,
): Promise<ShelfPage> {
  const places = shelf.mine ? await everyPlace(reader, shelf.id) : await placesFor(reader, person, shelf.id);
  // On a shelf of one's own no rule hides anything.
  const quiet = await quietAmong(reader, person, places, shelf.mine ? "none" : heeding);
  const all = places.filter(({ workId }) => quiet.get(workId)?.manner !== "hide");
  const folded = all.filter(({ workId }) => quiet.has(workId)).length;
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.min(asked, pages);
  const first = (page - 1) * perPage;
  const rows = all.slice(first, first + perPage);
  const ids = rows.map(({ workId }) => workId);
  const open = shelf.mine ? await openAmong(reader, person, ids) : ids;
  const cards = new Map(
    (await fillCards(reader, person, open, shelf.mine ? "none" : heeding)).map((card) => [card.id, card]),
  );
  return {
    works: rows.map((row) => ({ ...row, work: cards.get(row.workId) ?? null })),
    count: all.length - folded,
    folded,
    hidden: places.length - all.length,
    read: countRead(quiet.values()),
    page,
    pages,
    first: first + 1,
  };
}

/** Where a work stands on a shelf of one's own, from 1, and among how many; null where it does not. */
export async function placeOnOwnShelf(
  reader: Reader,
  { id }: Pick<Shelf, "id">,
  workId: string,
): Promise<{ place: number; count: number } | null> {
  const places = await everyPlace(reader, id);
  const at = places.findIndex((place) => place.workId === workId);
  return at < 0 ? null : { place: at + 1, count: places.length };
}

/** What a person's own rules keep quiet of a shelf. */
function quietAmong(
  reader: Reader,
  person: Person,
  places: readonly { workId: string }[],
  heeding: Heeding,
): Promise<ReadonlyMap<string, Hiding>> {
  const accountId = accountIdOf(person);
  return hiddenFrom(
    reader,
    accountId,
    places.map(({ workId }) => workId),
    heeding,
  );
}

/**
 * The works on a shelf that this person may read, in order: what feeds, catalogues and books are made of. Nothing says
 * that others stand there.
 */
export async function readableOnShelf(
  reader: Reader,
  person: Person,
  shelf: Pick<Shelf, "id" | "mine">,
): Promise<{ workId: string; note: string; addedAt: number }[]> {
  if (!shelf.mine) {
    const places = await placesFor(reader, person, shelf.id);
    // What is carried away cannot be folded: what their own rules keep quiet is not in it.
    const quiet = await quietAmong(reader, person, places, "all");
    return places.filter(({ workId }) => !quiet.has(workId));
  }
  const all = await everyPlace(reader, shelf.id);
  const open = new Set(
    await openAmong(
      reader,
      person,
      all.map(({ workId }) => workId),
    ),
  );
  return all.filter(({ workId }) => open.has(workId));
}

/** The member's own shelves, and on which of them a work stands with which note. */
export async function shelvesWith(
  reader: Reader,
  member: Member,
  workId: string,
): Promise<(Omit<OwnShelf, "works"> & { note: string | null })[]> {
  const shelves = (await ownShelves(reader, member).execute()).map(asOwn).sort(byName);
  const rows = await reader
    .selectFrom("shelf_works")
    .innerJoin("shelves", "shelves.id", "shelf_works.shelf_id")
    .select(["shelf_id", "note"])
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .execute();
  const notes = new Map(rows.map(({ shelf_id, note }) => [shelf_id, note]));
  return shelves.map((shelf) => ({ ...shelf, note: notes.get(shelf.id) ?? null }));
}

type Row = {
  id: string;
  name: string;
  text: string;
  visibility: Shelf["visibility"];
  updatedAt: number;
  hidden_at: number | null;
  account_id: string;
  pseud_id: string | null;
  pseudName: string | null;
};

function shelfOf(row: Row, mine: boolean): Shelf {
  const { id, name, text, visibility, updatedAt, hidden_at, pseud_id, pseudName } = row;
  const keeper = pseud_id !== null && pseudName !== null ? { pseudId: pseud_id, name: pseudName } : null;
  return { id, name, text, visibility, keeper, updatedAt, mine, isHidden: hidden_at !== null };
}

function everyPlace(reader: Reader, shelfId: string) {
  return reader
    .selectFrom("shelf_works")
    .select(["work_id as workId", "note", "added_at as addedAt"])
    .where("shelf_id", "=", shelfId)
    .orderBy("position")
    .orderBy("work_id")
    .execute();
}

function placesFor(reader: Reader, person: Person, shelfId: string) {
  return reader
    .selectFrom("shelf_works")
    .innerJoin("works", "works.id", "shelf_works.work_id")
    .select(["works.id as workId", "note", "added_at as addedAt"])
    .where("shelf_id", "=", shelfId)
    .where(listedFor(person))
    .orderBy("shelf_works.position")
    .orderBy("works.id")
    .execute();
}
