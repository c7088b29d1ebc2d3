/** Grows with every change of what an account wants to be spared; an account without a row never asked for anything. */
export type QuietVersionsTable = { account_id: string; version: number };

/** Names whose works, talk and gifts an account does not want to meet. */
export type MutedPeopleTable = { account_id: string; pseud_id: string; muted_at: number };

/**
 * Accounts that may not come near an account. `pseud_id` is the name the blocking was said by, all that whoever blocks is
 * told; null: that name is gone, and the block stands.
 */
export type BlockedPeopleTable = {
  id: string;
  account_id: string;
  blocked_account_id: string;
  pseud_id: string | null;
  blocked_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    quiet_versions: QuietVersionsTable;
    muted_people: MutedPeopleTable;
    blocked_people: BlockedPeopleTable;
  }
}
