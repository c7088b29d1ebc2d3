/**
 * The sign-in library's tables, as far as we read them ourselves. It alone writes them, in its own
 * column names and date forms; we read `accounts` for roles and names.
 */
export type AccountsTable = { id: string; name: string; email: string; role: string };
export type SessionsTable = { id: string; userId: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    accounts: AccountsTable;
    sessions: SessionsTable;
  }
}
