import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Earlier states of chapters (docs/decisions/0022-revisions.md). The present one stands in `chapters` alone, so an
 * archive does not grow by this step, and a chapter nobody changes never does.
 *
 * The new columns stay empty for chapters that are there: filling them would write every story anew.
 */
export const revisions: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  "alter table chapters add column saved_at bigint",
  "alter table chapters add column saved_by text references accounts (id) on delete set null",
  "create index chapters_of_saver on chapters (saved_by) where saved_by is not null",
  // A story stands once for all the states of its chapter that have it.
  `create table revision_stories (
    chapter_id text not null references chapters (id) on delete cascade,
    digest text not null,
    story text not null,
    primary key (chapter_id, digest)
  )`,
  `create table chapter_revisions (
    chapter_id text not null references chapters (id) on delete cascade,
    version integer not null,
    title text not null,
    summary text not null,
    notes text not null,
    end_notes text not null,
    story_digest text not null,
    word_count integer not null,
    saved_at bigint not null,
    saved_by text references accounts (id) on delete set null,
    primary key (chapter_id, version)
  )`,
  "create index chapter_revisions_of_saver on chapter_revisions (saved_by) where saved_by is not null",
  `create table revision_pictures (
    chapter_id text not null references chapters (id) on delete cascade,
    name text not null,
    primary key (chapter_id, name)
  )`,
  "create index revision_pictures_of_picture on revision_pictures (name)",
];
