import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** What an account prefers, a row each; what has no row has its default. */
export const preferences: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table account_preferences (
      account_id text not null references accounts (id) on delete cascade,
      name text not null,
      value text not null,
      primary key (account_id, name)
    )`.execute(database);
  },
});
