import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/pseuds-table.ts";
import "./sql/quiet-tables.ts";

const nobody: ReadonlySet<string> = new Set();

/**
 * The names an account muted: it does not meet their works, comments, gifts and notices. A name, not an account: what
 * vanished together would tell which names are one person's.
 */
export async function mutedPseuds(
  reader: Reader | Writer,
  accountId: string | null,
): Promise<ReadonlySet<string>> {
  if (accountId === null) return nobody;
  const rows = await reader
    .selectFrom("muted_people")
    .select("pseud_id")
    .where("account_id", "=", accountId)
    .execute();
  return rows.length === 0 ? nobody : new Set(rows.map(({ pseud_id }) => pseud_id));
}

/**
 * Whether any of some accounts blocked this one, under whatever name: it may not comment on their works, answer them, give
 * to them or invite them. Nobody is told that this is why.
 */
export async function isBlockedBy(
  reader: Reader | Writer,
  accountId: string | null,
  by: readonly string[],
): Promise<boolean> {
  if (accountId === null || by.length === 0) return false;
  const found = await reader
    .selectFrom("blocked_people")
    .select("id")
    .where("blocked_account_id", "=", accountId)
    .where("account_id", "in", by)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Somebody an account keeps away. `name` null: the name it was said by is gone; the block stands. */
export type KeptAway = {
  pseudId: string | null;
  name: string | null;
  muted: boolean;
  /** Of the block, if there is one. */
  blockId: string | null;
};

/** Whom an account mutes and blocks, by name; for its own eyes. */
export async function listKeptAway(reader: Reader | Writer, accountId: string): Promise<KeptAway[]> {
  const muted = await reader
    .selectFrom("muted_people")
    .innerJoin("pseuds", "pseuds.id", "muted_people.pseud_id")
    .select(["pseud_id as pseudId", "name"])
    .where("muted_people.account_id", "=", accountId)
    .execute();
  const blocked = await reader
    .selectFrom("blocked_people")
    .leftJoin("pseuds", "pseuds.id", "blocked_people.pseud_id")
    .select(["blocked_people.id as blockId", "pseud_id as pseudId", "name"])
    .where("blocked_people.account_id", "=", accountId)
    .execute();
  const alone = muted.filter(({ pseudId }) => !blocked.some((one) => one.pseudId === pseudId));
  return [
    ...blocked.map((one) => ({ ...one, muted: muted.some(({ pseudId }) => pseudId === one.pseudId) })),
    ...alone.map((one) => ({ ...one, muted: true, blockId: null })),
  ];
}
