import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { isPublishedFor } from "../works/open-works.ts";
import { followRead } from "../works/read-works.ts";
import type { LedgerState } from "../works/reader-marks.ts";
import { findEntry } from "./ledger.ts";

/**
 * Writes a work into a member's ledger, or moves it on in there. Begun and finished are dated the first time.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound for a work that is in no ledger of theirs yet, and not published for them
 */
export async function setLedger(
  writer: Writer,
  member: Member,
  workId: string,
  state: LedgerState,
  now: number,
): Promise<void> {
  const entry = await findEntry(writer, member, workId);
  if (!entry && !(await isPublishedFor(writer, member, workId))) throw new NotFound();
  if (entry?.state === state) return;
  const startedAt = entry?.startedAt ?? (state === "to-read" || state === "dropped" ? null : now);
  const finishedAt = state === "finished" ? (entry?.finishedAt ?? now) : (entry?.finishedAt ?? null);
  const dated = { state, changed_at: now, started_at: startedAt, finished_at: finishedAt };
  await writer
    .insertInto("ledger")
    .values({ account_id: member.accountId, work_id: workId, note: "", added_at: now, ...dated })
    .onConflict((conflict) =>
      conflict
        .columns(["account_id", "work_id"])
        .doUpdateSet(entry?.state === null ? { ...dated, added_at: now } : dated),
    )
    .execute();
  await followRead(writer, member.accountId, [entry?.state ?? null, state]);
}

/**
 * Writes a member's own note on a work of their ledger, and when they began and finished it.
 *
 * @param dates what is left out stays as it stands; null: not known
 * @throws NotFound when it stands in no list of theirs
 */
export async function noteInLedger(
  writer: Writer,
  member: Member,
  workId: string,
  note: string,
  dates: { startedAt?: number | null; finishedAt?: number | null } = {},
): Promise<void> {
  const entry = await findEntry(writer, member, workId);
  if (!entry || entry.state === null) throw new NotFound();
  const { startedAt = entry.startedAt, finishedAt = entry.finishedAt } = dates;
  await writer
    .updateTable("ledger")
    .set({ note, started_at: startedAt, finished_at: finishedAt })
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .execute();
}

/** Takes a work out of a member's ledger, its note and its dates too; where they are in it stays. */
export async function takeOutOfLedger(writer: Writer, member: Member, workId: string): Promise<void> {
  const { accountId } = member;
  const entry = await findEntry(writer, member, workId);
  await writer
    .updateTable("ledger")
    .set({ state: null, note: "", started_at: null, finished_at: null })
    .where("account_id", "=", accountId)
    .where("work_id", "=", workId)
    .execute();
  await writer
    .deleteFrom("ledger")
    .where("account_id", "=", accountId)
    .where("work_id", "=", workId)
    .where("read_at", "is", null)
    .execute();
  await followRead(writer, accountId, [entry?.state ?? null]);
}
