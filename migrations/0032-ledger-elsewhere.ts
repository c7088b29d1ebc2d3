import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * What a member's ledger says of works that are not here, as it was typed elsewhere; and works of shelves that came with a
 * copy and are not here, which are kept as bookmarks of such works are.
 */
export const ledgerElsewhere: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table ledger_elsewhere (
    account_id text not null references accounts (id) on delete cascade,
    digest text not null,
    state text not null check (state in ('to-read', 'reading', 'waiting', 'finished', 'dropped')),
    said text not null,
    kept_at bigint not null,
    primary key (account_id, digest)
  )`,
  // By what it was called there the same copy brings a shelf once.
  `create table brought_shelves (
    account_id text not null references accounts (id) on delete cascade,
    source_id text not null,
    shelf_id text not null references shelves (id) on delete cascade,
    primary key (account_id, source_id)
  )`,
  "create index brought_shelves_of_shelf on brought_shelves (shelf_id)",
  // A check cannot be widened where it stands: the rows move to a table that has the wider one.
  `create table kept_parts_wider (
    account_id text not null references accounts (id) on delete cascade,
    kind text not null check (kind in ('comment-written', 'comment-received', 'bookmark', 'shelved')),
    id text not null,
    happened_at bigint not null,
    body text not null,
    primary key (account_id, kind, id)
  )`,
  `insert into kept_parts_wider (account_id, kind, id, happened_at, body)
    select account_id, kind, id, happened_at, body from kept_parts`,
  "drop table kept_parts",
  "alter table kept_parts_wider rename to kept_parts",
  "create index kept_parts_by_time on kept_parts (account_id, kind, happened_at, id)",
];
