/** One row a preference; `value` is JSON text. */
export type AccountPreferencesTable = { account_id: string; name: string; value: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    account_preferences: AccountPreferencesTable;
  }
}
