/**
 * One thank-you: a member's (`account_id`), a guest's (`guest_hash`, of a token only their browser has), or that of
 * somebody who has left the archive (neither).
 */
export type KudosTable = {
  id: string;
  work_id: string;
  account_id: string | null;
  guest_hash: string | null;
  given_at: number;
};

/** One more thank-you, for a later chapter of a work; beside the one for the work, which is what is counted in lists. */
export type ChapterKudosTable = KudosTable & { chapter_id: string };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    kudos: KudosTable;
    chapter_kudos: ChapterKudosTable;
  }
}
