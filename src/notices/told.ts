import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { readRuleId } from "../works/read-works.ts";
import type { WorkCard } from "../works/work.ts";
import { fillCards } from "../works/work-cards.ts";
import type { NoticeKind } from "./kinds.ts";
import type { KudosOfDay } from "./kudos-of-day.ts";
import {
  chaptersOf,
  idsIn,
  namedOn,
  newsOf,
  nothing,
  pseudsOf,
  type Standing,
  standingsOf,
} from "./named-in-notices.ts";
import type { NoticeRow } from "./notice-row.ts";
import { isQuiet, quietNames } from "./quiet-names.ts";
import { type FindShelvings, shelvingsOf, type ToldShelving } from "./shelvings.ts";
import { otherWorkIn, standingClaims } from "./standing-claims.ts";
import { type Reasons, standingReasons } from "./standing-reasons.ts";
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

async function commentsOf(
  reader: Reader,
  rooms: Rooms,
  member: Member,
  ids: readonly string[],
): Promise<Map<string, ToldComment>> {
  const comments = ids.length === 0 ? [] : await rooms.findComments(reader, member, ids);
  return new Map(comments.map((comment) => [comment.id, comment]));
}

/** Only `gatherKudos` writes it. */
function kudosIn(detail: string): KudosOfDay {
  const kudos: KudosOfDay = JSON.parse(detail);
  return kudos;
}
