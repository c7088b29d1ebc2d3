import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Shelves, the e-readers they are sent to, and thanks for a later chapter.
 *
 * What stands on a shelf outlives its work, and then says nothing of it: there is no reference to works. So does what an
 * e-reader has fetched, because a chapter that comes back is not a new one.
 */
export const shelves: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table shelves (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    pseud_id text references pseuds (id) on delete set null,
    name text not null,
    text text not null,
    visibility text not null check (visibility in ('private', 'unlisted', 'public')),
    feed_key text not null,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint
  )`,
  "create unique index shelves_by_feed_key on shelves (feed_key)",
  "create index shelves_of_account on shelves (account_id, updated_at)",
  "create index shelves_of_pseud on shelves (pseud_id) where pseud_id is not null",
  `create table shelf_works (
    shelf_id text not null references shelves (id) on delete cascade,
    work_id text not null,
    position integer not null,
    note text not null,
    added_at bigint not null,
    primary key (shelf_id, work_id)
  )`,
  "create index shelf_works_in_order on shelf_works (shelf_id, position)",
  "create index shelf_works_of_work on shelf_works (work_id)",
  // One e-reader or program; only a digest of its password is kept.
  `create table devices (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    name text not null,
    password_hash text not null,
    created_at bigint not null,
    used_on integer
  )`,
  "create unique index devices_by_password on devices (password_hash)",
  "create index devices_of_account on devices (account_id, created_at)",
  `create table device_shelves (
    device_id text not null references devices (id) on delete cascade,
    shelf_id text not null references shelves (id) on delete cascade,
    sent_at bigint not null,
    primary key (device_id, shelf_id)
  )`,
  "create index device_shelves_of_shelf on device_shelves (shelf_id)",
  `create table device_chapters (
    device_id text not null references devices (id) on delete cascade,
    work_id text not null,
    chapter_id text not null,
    fetched_at bigint not null,
    primary key (device_id, chapter_id)
  )`,
  "create index device_chapters_of_work on device_chapters (device_id, work_id)",
  // Thanks for one more chapter: beside the one for the work, which stays what is counted.
  `create table chapter_kudos (
    id text primary key,
    work_id text not null references works (id) on delete cascade,
    chapter_id text not null references chapters (id) on delete cascade,
    account_id text references accounts (id) on delete set null,
    guest_hash text,
    given_at bigint not null
  )`,
  "create unique index chapter_kudos_of_member on chapter_kudos (chapter_id, account_id) where account_id is not null",
  "create unique index chapter_kudos_of_guest on chapter_kudos (chapter_id, guest_hash) where guest_hash is not null",
  "create index chapter_kudos_of_work on chapter_kudos (work_id, given_at)",
  "create index chapter_kudos_of_account on chapter_kudos (account_id) where account_id is not null",
];
