import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** Works that members keep. A bookmark outlives its work, and then says nothing of it: there is no reference to works. */
export const bookmarks: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table bookmarks (
      account_id text not null references accounts (id) on delete cascade,
      work_id text not null,
      note text not null,
      kept_at bigint not null,
      primary key (account_id, work_id)
    )`.execute(database);
    await sql`create index bookmarks_by_time on bookmarks (account_id, kept_at)`.execute(database);
  },
});
