/** A name an account writes under. `name_key` is the name folded (see `fold-name.ts`), unique in the archive. */
export type PseudsTable = {
  id: string;
  account_id: string;
  name: string;
  name_key: string;
  about: string;
  created_at: number;
};

/**
 * The picture beside a pseud's name. `icon_id` is random and new with each picture: equal pictures must not tell that two
 * pseuds are one person's, and an address that was given once never shows another picture.
 */
export type PseudIconsTable = {
  pseud_id: string;
  icon_id: string;
  media_type: string;
  /** What it shows, in words. */
  alt: string;
  byte_size: number;
  created_at: number;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    pseuds: PseudsTable;
    pseud_icons: PseudIconsTable;
  }
}
