import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "../works/reader-marks.ts";

/** What a member's ledger says of one work. */
export type LedgerEntry = {
  workId: string;
  state: LedgerState | null;
  note: string;
  addedAt: number;
  changedAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  readAt: number | null;
};

export const ledgerColumns = [
  "ledger.work_id as workId",
  "ledger.state",
  "ledger.note",
  "ledger.added_at as addedAt",
  "ledger.changed_at as changedAt",
  "ledger.started_at as startedAt",
  "ledger.finished_at as finishedAt",
  "ledger.read_at as readAt",
] as const;

/** The entry of a work in a member's own ledger, if it has one. */
export async function findEntry(
  reader: Reader | Writer,
  member: Member,
  workId: string,
): Promise<LedgerEntry | undefined> {
  return reader
    .selectFrom("ledger")
    .select([...ledgerColumns])
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .executeTakeFirst();
}
