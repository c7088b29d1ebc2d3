import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * What members read, for their own eyes: where they are in each chapter, and the ledger. Both outlive what they are
 * about, and then say nothing of it: there is no reference to works or chapters.
 */
export const reading: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table reading_places (
      account_id text not null references accounts (id) on delete cascade,
      chapter_id text not null,
      work_id text not null,
      paragraph integer not null,
      marks text not null,
      words_left integer not null,
      read_at bigint not null,
      primary key (account_id, chapter_id)
    )`.execute(database);
    await sql`create index reading_places_by_work on reading_places (account_id, work_id, read_at)`.execute(
      database,
    );
    await sql`create table ledger (
      account_id text not null references accounts (id) on delete cascade,
      work_id text not null,
      state text,
      note text not null default '',
      added_at bigint not null,
      changed_at bigint not null,
      started_at bigint,
      finished_at bigint,
      chapter_id text,
      read_at bigint,
      primary key (account_id, work_id)
    )`.execute(database);
    await sql`create index ledger_by_state on ledger (account_id, state, changed_at)`.execute(database);
    await sql`create index ledger_by_reading on ledger (account_id, read_at)`.execute(database);
  },
});
