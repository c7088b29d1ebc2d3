import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Pictures in stories. Their bytes lie in the file store under a name that is their own hash.
 *
 * `chapter_pictures` follows what a chapter's story names, kept or not: there is no reference to `pictures`,
 * because a story may name what nobody brought in. `original_pictures` says which file a picture came with.
 */
export const pictures: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table pictures (
    name text primary key,
    byte_size integer not null,
    width integer not null,
    height integer not null,
    created_at bigint not null,
    last_needed_at bigint not null
  )`,
  `create table picture_keepers (
    account_id text not null references accounts (id) on delete cascade,
    name text not null references pictures (name) on delete cascade,
    primary key (account_id, name)
  )`,
  "create index picture_keepers_of_picture on picture_keepers (name)",
  `create table original_pictures (
    original_id text not null references originals (id) on delete cascade,
    name text not null references pictures (name) on delete cascade,
    primary key (original_id, name)
  )`,
  "create index original_pictures_of_picture on original_pictures (name)",
  `create table chapter_pictures (
    chapter_id text not null references chapters (id) on delete cascade,
    name text not null,
    primary key (chapter_id, name)
  )`,
  "create index chapter_pictures_of_picture on chapter_pictures (name)",
];
