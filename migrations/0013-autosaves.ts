import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * What was typed into forms and is not saved yet (docs/decisions/0024-autosaves.md): one row for each window in which a
 * form stands open. They go with their account, and with the work or chapter they were typed for.
 */
export const autosaves: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  // The id is the window's own choice: of two accounts that choose the same, neither learns of the other.
  `create table autosaves (
    account_id text not null references accounts (id) on delete cascade,
    id text not null,
    place text not null,
    work_id text references works (id) on delete cascade,
    chapter_id text references chapters (id) on delete cascade,
    version integer not null,
    stamp text not null,
    fields text not null,
    byte_size integer not null,
    saved_at bigint not null,
    left_at bigint,
    overtaken_at bigint,
    settled_at bigint,
    primary key (account_id, id)
  )`,
  "create index autosaves_of_place on autosaves (account_id, place)",
  "create index autosaves_of_work on autosaves (work_id) where work_id is not null",
  "create index autosaves_of_chapter on autosaves (chapter_id) where chapter_id is not null",
];
