import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "../works/reader-marks.ts";
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

/** What entries are counted and put in order by. */
type Timed = Pick<LedgerEntry, "workId" | "state" | "addedAt" | "changedAt" | "readAt">;

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
  const all = await everyLine(reader, member);
  const fold = (text: string) => text.normalize("NFKC").toLocaleLowerCase(locale);
  const words = fold(wish.words.trim());
  const has = (text: string) => fold(text).includes(words);
  const noted = words === "" ? null : await notedWith(reader, member, has);
  const found = all.filter(
    ({ workId, state, title }) =>
      (wish.state === null || state === wish.state) &&
      (noted === null || noted.has(workId) || has(title ?? "")),
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
  const entries = await entriesOf(
    reader,
    member,
    shown.map(({ workId }) => workId),
  );
  return {
    entries: entries.map((entry) => ({ ...entry, work: cards.get(entry.workId) ?? null })),
    count: found.length,
    page,
    pages,
    counts: countStates(all),
  };
}

/** Every entry without its note: a lifetime of notes does not go through memory for a page of them. */
async function everyLine(reader: Reader, member: Member): Promise<(Timed & { title: string | null })[]> {
  return reader
    .selectFrom("ledger")
    .leftJoin("works", (join) =>
      join.onRef("works.id", "=", "ledger.work_id").on((row) => openFor(member)(row)),
    )
    .select(["ledger.work_id as workId", "ledger.state", "works.title"])
    .select(["ledger.added_at as addedAt", "ledger.changed_at as changedAt", "ledger.read_at as readAt"])
    .where("ledger.account_id", "=", member.accountId)
    .where("ledger.state", "is not", null)
    .orderBy("ledger.changed_at", "desc")
    .orderBy("ledger.work_id")
    .execute();
}

/** Notes looked through by one statement. */
const together = 200;

/** The works whose note is wanted. */
async function notedWith(
  reader: Reader,
  member: Member,
  isWanted: (note: string) => boolean,
): Promise<Set<string>> {
  const wanted = new Set<string>();
  for (let after = ""; ; ) {
    const rows = await reader
      .selectFrom("ledger")
      .select(["work_id as workId", "note"])
      .where("account_id", "=", member.accountId)
      .where("work_id", ">", after)
      .orderBy("work_id")
      .limit(together)
      .execute();
    for (const { workId, note } of rows) if (isWanted(note)) wanted.add(workId);
    const last = rows.at(-1);
    if (!last || rows.length < together) return wanted;
    after = last.workId;
  }
}

/** The whole entries of these works, in their order. */
async function entriesOf(reader: Reader, member: Member, workIds: readonly string[]): Promise<LedgerEntry[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("ledger")
    .select([...ledgerColumns])
    .where("account_id", "=", member.accountId)
    .where("work_id", "in", workIds)
    .execute();
  const byWork = new Map(rows.map((row) => [row.workId, row]));
  return workIds.flatMap((id) => byWork.get(id) ?? []);
}

/** How many entries of a member's own ledger each state has. */
export async function countLedger(reader: Reader, member: Member): Promise<Record<LedgerState, number>> {
  const counted = await reader
    .selectFrom("ledger")
    .select(["state", (row) => row.fn.countAll<number>().as("count")])
    .where("account_id", "=", member.accountId)
    .groupBy("state")
    .execute();
  const counts = noneOfEach();
  for (const { state, count } of counted) if (state !== null) counts[state] = Number(count);
  return counts;
}

function noneOfEach(): Record<LedgerState, number> {
  return { "to-read": 0, reading: 0, waiting: 0, finished: 0, dropped: 0 };
}

function countStates(entries: readonly { state: LedgerState | null }[]): Record<LedgerState, number> {
  const counts = noneOfEach();
  for (const { state } of entries) if (state !== null) counts[state] += 1;
  return counts;
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

function timeOf(entry: Timed, order: Exclude<LedgerOrder, "title">): number {
  switch (order) {
    case "added":
      return entry.addedAt;
    case "read":
      return entry.readAt ?? 0;
    case "changed":
      return entry.changedAt;
  }
}
