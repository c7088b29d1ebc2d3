/** The name by which somebody was asked to help: the archive tells nobody which other names are theirs. */
export type HelpersTable = { account_id: string; pseud_id: string; given_at: number };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    helpers: HelpersTable;
  }
}
