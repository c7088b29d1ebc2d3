/** Files of the store that nothing names any more, until their bytes are gone. */
export type FilesToForgetTable = { file_key: string; since: number };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    files_to_forget: FilesToForgetTable;
  }
}
