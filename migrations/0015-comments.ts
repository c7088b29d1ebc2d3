import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Talk under works (docs/decisions/0029-talk.md). A comment is never deleted while its work stands: what was removed
 * keeps its place, so that no thread breaks.
 *
 * Paths are compared byte by byte on both engines, whatever the language of the database.
 */
export const comments: Step = (engine) => ({
  async up(database: Kysely<unknown>) {
    const bytewise = engine === "postgres" ? ' collate "C"' : "";
    for (const statement of statements(bytewise)) await sql.raw(statement).execute(database);
  },
});

const statements = (bytewise: string) => [
  `create table comments (
    id text primary key,
    work_id text not null references works (id) on delete cascade,
    chapter_id text references chapters (id) on delete set null,
    thread_id text not null,
    thread_order bigint not null,
    strand_id text not null,
    path text${bytewise} not null,
    parent_id text,
    replies integer not null default 0,
    standing_replies integer not null default 0,
    standing integer not null,
    status text not null check (status in ('shown', 'held', 'removed')),
    account_id text references accounts (id) on delete set null,
    pseud_id text references pseuds (id) on delete set null,
    guest_name text not null default '',
    as_author integer not null default 0,
    text text not null,
    version integer not null default 1,
    created_at bigint not null,
    edited_at bigint,
    removed_at bigint,
    removed_by text check (removed_by in ('writer', 'author', 'moderator', 'leaving')),
    frozen_at bigint
  )`,
  "create unique index comments_in_strand on comments (strand_id, path)",
  // What a page of talk is read from: nothing that does not stand is walked over.
  "create index comments_standing on comments (strand_id, path) where standing = 1",
  `create index talk_of_work on comments (work_id, thread_order, thread_id, path)
    where standing = 1 and strand_id = thread_id`,
  `create index talk_of_chapter on comments (chapter_id, thread_order, thread_id, path)
    where standing = 1 and strand_id = thread_id`,
  "create index comments_held on comments (created_at, id) where status = 'held'",
  "create index comments_held_for_work on comments (work_id, created_at, id) where status = 'held'",
  "create index comments_removed on comments (removed_at) where status = 'removed' and text <> ''",
  "create index comments_of_account on comments (account_id, created_at, id) where account_id is not null",
  "create index comments_of_pseud on comments (pseud_id) where pseud_id is not null",
  "create index comments_by_time on comments (work_id, created_at, id)",
  // What a comment said before it was changed, for its writer, the work's authors and moderators.
  `create table comment_versions (
    comment_id text not null references comments (id) on delete cascade,
    version integer not null,
    text text not null,
    saved_at bigint not null,
    primary key (comment_id, version)
  )`,
  `create table chapter_talk (
    chapter_id text primary key references chapters (id) on delete cascade,
    comments integer not null
  )`,
  // Passages that wait in a member's comment box.
  `create table quotes (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    work_id text not null references works (id) on delete cascade,
    words text not null,
    added_at bigint not null
  )`,
  "create index quotes_waiting on quotes (account_id, work_id, added_at, id)",
  "create index quotes_of_work on quotes (work_id)",
  // Who lets comments in beside the author of works under a name; known to the author by a name of theirs.
  `create table comment_helpers (
    pseud_id text not null references pseuds (id) on delete cascade,
    helper_pseud_id text not null references pseuds (id) on delete cascade,
    asked_at bigint not null,
    primary key (pseud_id, helper_pseud_id)
  )`,
  "create index comment_helpers_of_helper on comment_helpers (helper_pseud_id)",
];
