import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * What readers want to be spared: rules about works, people they mute, people they block. `quiet_versions` grows with
 * every change of it, so that whoever keeps something made from an account's rules asks one row whether it still holds.
 *
 * A block is of an account, and outlives the name it was said by; a mute is of a name, and goes with it.
 */
export const quiet: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table reader_rules (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      position integer not null,
      name text not null,
      is_on integer not null,
      manner text not null check (manner in ('fold', 'hide')),
      parts text not null,
      created_at bigint not null,
      updated_at bigint not null
    )`.execute(database);
    await sql`create index reader_rules_by_account on reader_rules (account_id, position)`.execute(database);
    await sql`create table quiet_versions (
      account_id text primary key references accounts (id) on delete cascade,
      version bigint not null
    )`.execute(database);
    await sql`create table muted_people (
      account_id text not null references accounts (id) on delete cascade,
      pseud_id text not null references pseuds (id) on delete cascade,
      muted_at bigint not null,
      primary key (account_id, pseud_id)
    )`.execute(database);
    await sql`create index muted_people_by_pseud on muted_people (pseud_id)`.execute(database);
    await sql`create table blocked_people (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      blocked_account_id text not null references accounts (id) on delete cascade,
      pseud_id text references pseuds (id) on delete set null,
      blocked_at bigint not null
    )`.execute(database);
    await sql`create index blocked_people_by_both on blocked_people (blocked_account_id, account_id)`.execute(
      database,
    );
    await sql`create index blocked_people_by_account on blocked_people (account_id)`.execute(database);
    await sql`create index blocked_people_by_pseud on blocked_people (pseud_id)`.execute(database);
  },
});
