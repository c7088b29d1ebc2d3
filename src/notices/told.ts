import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { readRuleId } from "../works/read-works.ts";
import { openFor, publishedFor } from "../works/visible-works.ts";
import { changeableBy } from "../works/who-may-change.ts";
import type { WorkCard } from "../works/work.ts";
import { fillCards } from "../works/work-cards.ts";
import type { NoticeKind } from "./kinds.ts";
import type { KudosOfDay } from "./kudos-of-day.ts";
import type { NoticeRow } from "./notice-row.ts";
import { isQuiet, quietNames } from "./quiet-names.ts";
import { type FindShelvings, shelvingsOf, type ToldShelving } from "./shelvings.ts";
import { otherWorkIn, standingClaims } from "./standing-claims.ts";
import { type Reasons, standingReasons } from "./standing-reasons.ts";
import "../people/pseuds.ts";
import "../works/news.ts";
import "./sql/notices-tables.ts";

/** A comment as far as a notice speaks of it; the room of talk says it (`Rooms`). */
export type ToldComment = {
  id: string;
  status: "shown" | "held" | "removed";
  /** The name it stands under; null: nobody's, or one that is not told. */
  name: string | null;
  pseudId: string | null;
};

/** What other rooms tell of theirs; `app.ts` gives it, because edge rooms do not know each other. */
export type Rooms = {
  /** Comments by id, as this member sees them. */
  findComments(reader: Reader, member: Member, ids: readonly string[]): Promise<ToldComment[]>;
  /** How many comments wait for this member. */
  countHeld(reader: Reader, member: Member): Promise<number>;
  findShelvings: FindShelvings;
};

/** A notice as the one it is for may know it now. */
export type Told = {
  id: string;
  kind: NoticeKind;
  notedAt: number;
  isRead: boolean;
  work: WorkCard | null;
  chapter: { id: string; title: string; number: number } | null;
  /** The work that `work` says it is made of, and what its writers said. */
  other: WorkCard | null;
  answer: "yes" | "no" | null;
  /** Whom it is about: of the names of members. */
  pseud: { id: string; name: string } | null;
  comment: ToldComment | null;
  /** The shelf that the work was put on, while it stands there. */
  shelving: ToldShelving | null;
  /** How many comments wait. */
  held: number;
  /** Thanks by work, as far as they are told whose works these are. */
  kudos: { work: WorkCard; count: number }[];
  /** Which subscriptions ask for it and still may. */
  reasons: Reasons;
};

/** What somebody may do with a work now. */
type Standing = { open: boolean; published: boolean; mine: boolean; removed: boolean };

/** Of a work that is not there. */
const nothing: Standing = { open: false, published: false, mine: false, removed: false };

/**
 * What of these notices the member may be told now, in their order. Asked anew each time, on the site, for a letter and for a
 * feed alike: what was hidden, withdrawn, taken back or made nameless since is not told.
 */
export async function tellNotices(
  reader: Reader,
  rooms: Rooms,
  member: Member,
  rows: readonly NoticeRow[],
): Promise<Told[]> {
  if (rows.length === 0) return [];
  const thanks = new Map(
    rows.filter(({ kind }) => kind === "kudos").map((row) => [row.id, kudosIn(row.detail)]),
  );
  const workIds = new Set(rows.flatMap(({ workId }) => (workId === null ? [] : [workId])));
  for (const day of thanks.values()) for (const [workId] of day) workIds.add(workId);
  const others = new Map(rows.map((row) => [row.id, otherWorkIn(row)]));
  for (const other of others.values()) if (other) workIds.add(other.otherWorkId);
  const standings = await standingsOf(reader, member, [...workIds]);
  const [cards, chapters, news, pseuds, comments, invited, gifts, reasons, claims, shelvings, held, quiet] =
    await Promise.all([
      fillCards(reader, member, [...standings.keys()]),
      chaptersOf(reader, idsIn(rows, "chapterId")),
      newsOf(reader, idsIn(rows, "newsId")),
      pseudsOf(reader, idsIn(rows, "pseudId")),
      commentsOf(reader, rooms, member, idsIn(rows, "commentId")),
      namedOn(reader, member, rows, "invited"),
      namedOn(reader, member, rows, "gift"),
      standingReasons(reader, member, rows),
      standingClaims(reader, member, rows),
      shelvingsOf(reader, rooms.findShelvings, member, rows),
      rows.some(({ kind }) => kind === "held") ? rooms.countHeld(reader, member) : 0,
      quietNames(reader, member, rows),
    ]);
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  // Many days' notices of what waits would say the same: the first says it.
  const heldSaid = held > 0 ? rows.find(({ kind }) => kind === "held")?.id : undefined;
  return rows.flatMap((row): Told[] => {
    const other = others.get(row.id) ?? null;
    const told: Told = {
      id: row.id,
      kind: row.kind,
      notedAt: row.notedAt,
      isRead: row.readAt !== null,
      work: (row.workId !== null && cardOf.get(row.workId)) || null,
      chapter: (row.chapterId !== null && chapters.get(row.chapterId)) || null,
      other: (other && cardOf.get(other.otherWorkId)) || null,
      answer: other?.answer ?? null,
      pseud: (row.pseudId !== null && pseuds.get(row.pseudId)) || null,
      comment: (row.commentId !== null && comments.get(row.commentId)) || null,
      shelving: shelvings.get(row.id) ?? null,
      held: row.id === heldSaid ? held : 0,
      kudos: (thanks.get(row.id) ?? []).flatMap(([workId, count]) => {
        const card = cardOf.get(workId);
        const { mine, removed } = standings.get(workId) ?? nothing;
        return card && mine && !removed ? [{ work: card, count }] : [];
      }),
      reasons: [],
    };
    // What somebody follows by its own name they want to hear of, whatever their rules say of the like; not of whom they muted.
    told.reasons = (reasons.get(row.id) ?? []).filter(
      ({ kind }) =>
        !told.work?.hiding ||
        isMoreOfRead(row.kind, told.work) ||
        (kind === "work" && told.work.hiding.cause.kind !== "muted"),
    );
    const named = `${row.workId} ${row.pseudId}`;
    const standing = standings.get(row.workId ?? "") ?? nothing;
    const asks = {
      invited: invited.has(named),
      gift: gifts.has(named),
      news: news.has(row.newsId ?? ""),
      claim: claims.has(row.id) && (standings.get(other?.otherWorkId ?? "") ?? nothing).open,
    };
    return !isQuiet(told, quiet) && stands(told, standing, asks) ? [told] : [];
  });
}

/** Something came out of a work the member had read to its end, which alone keeps it out of their lists: that is not read. */
function isMoreOfRead(kind: NoticeKind, { hiding, mark }: WorkCard): boolean {
  return kind === "chapter" && hiding?.ruleId === readRuleId && mark?.state === "finished";
}

/** Whether a notice is still true, and the member's to know. */
function stands(
  { kind, work, chapter, pseud, comment, shelving, held, kudos, reasons }: Told,
  { open, published, mine, removed }: Standing,
  asks: { invited: boolean; gift: boolean; news: boolean; claim: boolean },
): boolean {
  const followed = published && reasons.length > 0;
  switch (kind) {
    case "comment":
      return mine && open && comment?.status === "shown";
    case "reply":
      return published && comment?.status === "shown";
    case "held":
      return held > 0;
    case "kudos":
      return kudos.length > 0;
    case "gift":
      return published && asks.gift;
    case "invited":
      return !removed && work !== null && asks.invited;
    case "gift-refused":
    case "accepted":
    case "declined":
    case "left":
      return mine && !removed && pseud !== null;
    case "related-asked":
      return open && asks.claim;
    case "related-answered":
      return mine && !removed && asks.claim;
    case "taken-down":
      return mine && removed;
    case "work":
      return followed;
    case "chapter":
      return followed && chapter !== null;
    case "news":
      return followed && asks.news;
    case "shelved":
      return followed && shelving !== null;
  }
}

async function standingsOf(
  reader: Reader,
  member: Member,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("works")
    .select(["works.id", "works.removed_at as removedAt"])
    .select((work) => [
      work.case().when(openFor(member)(work)).then(1).else(0).end().as("open"),
      work.case().when(publishedFor(member)(work)).then(1).else(0).end().as("published"),
      work.case().when(changeableBy(member)(work)).then(1).else(0).end().as("mine"),
    ])
    .where("works.id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        open: row.open === 1,
        published: row.published === 1,
        mine: row.mine === 1,
        removed: row.removedAt !== null,
      },
    ]),
  );
}

/** Chapters readers have, with their numbers among those. */
async function chaptersOf(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader
    .selectFrom("chapters")
    .select(["chapters.id", "chapters.title"])
    .select((chapter) =>
      chapter
        .selectFrom("chapters as before")
        .select((before) => before.fn.countAll<number>().as("number"))
        .whereRef("before.work_id", "=", "chapters.work_id")
        .where("before.status", "=", "published")
        .where("before.removed_at", "is", null)
        .whereRef("before.position", "<=", "chapters.position")
        .as("number"),
    )
    .where("chapters.id", "in", ids)
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .execute();
  return new Map(rows.map(({ id, title, number }) => [id, { id, title, number: Number(number) }]));
}

async function newsOf(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.selectFrom("news").select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
}

async function pseudsOf(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader.selectFrom("pseuds").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function commentsOf(
  reader: Reader,
  rooms: Rooms,
  member: Member,
  ids: readonly string[],
): Promise<Map<string, ToldComment>> {
  const comments = ids.length === 0 ? [] : await rooms.findComments(reader, member, ids);
  return new Map(comments.map((comment) => [comment.id, comment]));
}

/** Of these works and names: where the work still asks for the member's name, or is still given to it. */
async function namedOn(
  reader: Reader,
  member: Member,
  rows: readonly NoticeRow[],
  kind: "invited" | "gift",
): Promise<Set<string>> {
  const ids = idsIn(
    rows.filter((row) => row.kind === kind),
    "workId",
  );
  if (ids.length === 0) return new Set();
  const named = await (kind === "gift"
    ? reader
        .selectFrom("work_gifts")
        .innerJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
        .select(["work_id as workId", "pseuds.id as pseudId"])
        .where("work_id", "in", ids)
        .where("pseuds.account_id", "=", member.accountId)
        .execute()
    : reader
        .selectFrom("work_creators")
        .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
        .select(["work_id as workId", "pseuds.id as pseudId"])
        .where("work_id", "in", ids)
        .where("accepted", "=", 0)
        .where("pseuds.account_id", "=", member.accountId)
        .execute());
  return new Set(named.map(({ workId, pseudId }) => `${workId} ${pseudId}`));
}

function idsIn(
  rows: readonly NoticeRow[],
  name: "workId" | "chapterId" | "commentId" | "pseudId" | "newsId",
): string[] {
  return [...new Set(rows.flatMap((row) => row[name] ?? []))];
}

/** Only `gatherKudos` writes it. */
function kudosIn(detail: string): KudosOfDay {
  const kudos: KudosOfDay = JSON.parse(detail);
  return kudos;
}
