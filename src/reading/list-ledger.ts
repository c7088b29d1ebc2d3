import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { type LedgerState, ledgerStates } from "../works/reader-marks.ts";
import { openFor } from "../works/visible-works.ts";
import type { WorkCard } from "../works/work.ts";
import { fillCards } from "../works/work-cards.ts";
import { type LedgerEntry, ledgerColumns } from "./ledger.ts";

export const ledgerOrders = ["changed", "added", "read", "title"] as const;
export type LedgerOrder = (typeof ledgerOrders)[number];

/** Which entries are wanted. `words` stand in the note or in the title; null state: all of them. */
export type LedgerWish = {
  state: LedgerState | null;
  words: string;
  order: LedgerOrder;
  page: number;
  perPage: number;
};

/** An entry with its work; null: it is gone, or not theirs to open any more, and nothing of it is told. */
export type ListedEntry = LedgerEntry & { work: WorkCard | null };

/** One page of a member's ledger, and how many entries each state has. */
export type LedgerPage = {
  entries: ListedEntry[];
  count: number;
  page: number;
  pages: number;
  counts: Record<LedgerState, number>;
};

/** A member's own ledger. Nobody else is shown it. A page past the end is the last. */
export async function listLedger(
  reader: Reader,
  member: Member,
  wish: LedgerWish,
  locale: string,
): Promise<LedgerPage> {
  const all = await everyEntry(reader, member);
  const fold = (text: string) => text.normalize("NFKC").toLocaleLowerCase(locale);
  const words = fold(wish.words.trim());
  const found = all.filter(
    ({ state, note, title }) =>
      (wish.state === null || state === wish.state) &&
      (words === "" || fold(note).includes(words) || fold(title ?? "").includes(words)),
  );
  const { compare } = new Intl.Collator(locale);
  found.sort((one, other) =>
    wish.order === "title"
      ? compare(one.title ?? "", other.title ?? "")
      : timeOf(other, wish.order) - timeOf(one, wish.order),
  );
  const pages = Math.max(1, Math.ceil(found.length / wish.perPage));
  const page = Math.min(wish.page, pages);
  const shown = found.slice((page - 1) * wish.perPage, page * wish.perPage);
  const open = shown.filter(({ title }) => title !== null).map(({ workId }) => workId);
  const cards = new Map((await fillCards(reader, member, open)).map((card) => [card.id, card]));
  const counted = ledgerStates.map((state): [LedgerState, number] => [
    state,
    all.filter((entry) => entry.state === state).length,
  ]);
  return {
    entries: shown.map(({ title, ...entry }) => ({ ...entry, work: cards.get(entry.workId) ?? null })),
    count: found.length,
    page,
    pages,
    counts: Object.fromEntries(counted) as Record<LedgerState, number>,
  };
}

/** Every entry of a member's ledger with the title of its work, as far as they may open it, the last changed first. */
export async function everyEntry(
  reader: Reader,
  member: Member,
): Promise<(LedgerEntry & { title: string | null })[]> {
  return reader
    .selectFrom("ledger")
    .leftJoin("works", (join) =>
      join.onRef("works.id", "=", "ledger.work_id").on((row) => openFor(member)(row)),
    )
    .select([...ledgerColumns, "works.title"])
    .where("ledger.account_id", "=", member.accountId)
    .where("ledger.state", "is not", null)
    .orderBy("ledger.changed_at", "desc")
    .orderBy("ledger.work_id")
    .execute();
}

function timeOf(entry: LedgerEntry, order: Exclude<LedgerOrder, "title">): number {
  switch (order) {
    case "added":
      return entry.addedAt;
    case "read":
      return entry.readAt ?? 0;
    case "changed":
      return entry.changedAt;
  }
}
