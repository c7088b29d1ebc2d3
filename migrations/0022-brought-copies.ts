import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Copies from other archives that members bring back (docs/decisions/0030-bringing-a-copy-back.md): the file that waits,
 * what came of each work and series of it, and what is kept of it for its owner alone.
 *
 * `source_id` is what the other archive called a thing: by it the same copy brings nothing twice.
 */
export const broughtCopies: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table brought_copies (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    byte_size bigint not null,
    taken_at bigint not null,
    state text not null check (state in ('waiting', 'running', 'done')),
    wishes text not null,
    report text not null
  )`,
  "create index brought_copies_of_account on brought_copies (account_id, taken_at)",
  "create index brought_copies_running on brought_copies (taken_at) where state = 'running'",
  // What it came to where it was before: told to its writers, counted nowhere.
  `create table brought_works (
    account_id text not null references accounts (id) on delete cascade,
    source_id text not null,
    work_id text not null references works (id) on delete cascade,
    figures text not null,
    brought_at bigint not null,
    primary key (account_id, source_id)
  )`,
  "create index brought_works_of_work on brought_works (work_id)",
  `create table brought_series (
    account_id text not null references accounts (id) on delete cascade,
    source_id text not null,
    series_id text not null references series (id) on delete cascade,
    primary key (account_id, source_id)
  )`,
  "create index brought_series_of_series on brought_series (series_id)",
  // Words of and to people who may not be here, as they were said there; shown to nobody but the account's owner.
  `create table kept_parts (
    account_id text not null references accounts (id) on delete cascade,
    kind text not null check (kind in ('comment-written', 'comment-received', 'bookmark')),
    id text not null,
    happened_at bigint not null,
    body text not null,
    primary key (account_id, kind, id)
  )`,
  "create index kept_parts_by_time on kept_parts (account_id, kind, happened_at, id)",
];
