import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Who sees a work, in four steps instead of two; what its author says to search engines, to the crawlers of AI makers
 * and to those who comment; and what a series says of itself (docs/decisions/0027-who-sees-a-work.md).
 *
 * The rule of a column cannot be widened on SQLite, so `visibility` is made anew beside the old one. A row written
 * without saying who may see it would be seen by nobody.
 */
export const visibility: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `alter table works add column seen_by text not null default 'private'
    check (seen_by in ('everyone', 'members', 'link', 'private'))`,
  "update works set seen_by = visibility",
  "drop index works_listed",
  "alter table works drop column visibility",
  "alter table works rename column seen_by to visibility",
  "create index works_listed on works (id, status, removed_at, visibility, word_count)",

  "alter table works add column search_engines integer not null default 1",
  "alter table works add column ai_crawlers integer not null default 0",
  "create index works_for_ai on works (published_at) where ai_crawlers = 1",
  `alter table works add column comments_from text not null default 'everyone'
    check (comments_from in ('everyone', 'members', 'nobody'))`,
  "alter table works add column comments_held integer not null default 0",

  "alter table series add column summary text not null default ''",
  "alter table series add column notes text not null default ''",
  // How many works there will be; null: nobody knows yet.
  "alter table series add column expected_works integer",
  "alter table series add column removed_at bigint",
  "create index series_removed on series (removed_at) where removed_at is not null",
];
