import type { Person } from "../people/person.ts";
import { changePreferences } from "../people/preferences.ts";
import { raiseQuietVersion } from "../people/quiet-version.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "./sql/reading-tables.ts";

/** As rules say it (reader-rules.ts). */
type Manner = "fold" | "hide";

/** What becomes of it, as its reader says it. */
export type ReadManner = Manner | "show";

/** Marks the rule that nobody wrote: it stands for what a ledger says was read. */
export const readRuleId = "read";

/** What is behind a reader. What waits for more, or is being read, is not. */
const behind: readonly LedgerState[] = ["finished", "dropped"];

/** What a reader has finished or dropped, where they want it out of their way in lists; null where they do not. */
export async function findReadWorks(
  reader: Reader | Writer,
  accountId: string,
): Promise<{ manner: Manner; works: string[] } | null> {
  const manner = await mannerOfRead(reader, accountId);
  if (manner === null) return null;
  const rows = await reader
    .selectFrom("ledger")
    .select("work_id")
    .where("account_id", "=", accountId)
    .where("state", "in", behind)
    .execute();
  if (rows.length === 0) return null;
  return { manner, works: rows.map(({ work_id }) => work_id) };
}

/** What becomes in lists of works that were read: nothing (null), a line each, or they stand in none. */
async function mannerOfRead(reader: Reader | Writer, accountId: string): Promise<Manner | null> {
  const row = await reader
    .selectFrom("account_preferences")
    .select("value")
    .where("account_id", "=", accountId)
    .where("name", "=", "readWorks")
    .executeTakeFirst();
  const said: unknown = row ? JSON.parse(row.value) : null;
  return said === "fold" || said === "hide" ? said : null;
}

/** The same as a switch shows it; null for somebody without an account, who has no ledger. */
export async function findReadManner(reader: Reader, person: Person): Promise<ReadManner | null> {
  return person.kind === "visitor" ? null : ((await mannerOfRead(reader, person.accountId)) ?? "show");
}

/** Says what shall become in lists of works that were read. */
export async function keepReadAway(writer: Writer, accountId: string, manner: Manner | null): Promise<void> {
  await changePreferences(writer, accountId, { readWorks: manner ?? "show" });
  await raiseQuietVersion(writer, accountId);
}

/**
 * After an entry of a ledger changed: lists that leave out what was read are other lists now. Nobody else learns of it,
 * and who has everything shown pays nothing.
 *
 * @param states what the entry said before, and says now
 */
export async function followRead(
  writer: Writer,
  accountId: string,
  states: readonly (LedgerState | null)[],
): Promise<void> {
  if (!states.some((state) => state !== null && behind.includes(state))) return;
  if ((await mannerOfRead(writer, accountId)) !== null) await raiseQuietVersion(writer, accountId);
}
