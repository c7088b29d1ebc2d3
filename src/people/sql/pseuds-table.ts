/** A name an account writes under. `name_key` is the name folded (see `fold-name.ts`), unique in the archive. */
export type PseudsTable = {
  id: string;
  account_id: string;
  name: string;
  name_key: string;
  about: string;
  created_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    pseuds: PseudsTable;
  }
}
