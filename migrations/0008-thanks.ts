import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** Kudos, one a person and work. Somebody who leaves the archive leaves their thanks, without a name to them. */
export const thanks: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table kudos (
    id text primary key,
    work_id text not null references works (id) on delete cascade,
    account_id text references accounts (id) on delete set null,
    guest_hash text,
    given_at bigint not null
  )`,
  "create unique index kudos_of_member on kudos (work_id, account_id) where account_id is not null",
  "create unique index kudos_of_guest on kudos (work_id, guest_hash) where guest_hash is not null",
  "create index kudos_of_account on kudos (account_id) where account_id is not null",
  // Whether any work has such a count is asked for every list; without these it is a walk over all works.
  ...["kudos", "comments", "bookmarks", "hits"].map(
    (count) => `create index work_counts_with_${count} on work_counts (work_id) where ${count} > 0`,
  ),
];
