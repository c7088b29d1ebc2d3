import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Chapters that wait for their time, the rhythm of a work's queue, and news that is no chapter
 * (docs/decisions/0025-releases.md). A chapter that waits stays a draft, so nothing else needs to know.
 */
export const releases: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  // Without a time of its own a chapter waits in its work's queue.
  `create table releases (
    chapter_id text primary key references chapters (id) on delete cascade,
    work_id text not null references works (id) on delete cascade,
    due_at bigint,
    time_zone text not null,
    told integer not null,
    moves_up integer not null,
    trouble text,
    trouble_at bigint,
    failures integer not null default 0,
    retry_at bigint
  )`,
  "create index releases_of_work on releases (work_id)",
  "create index releases_due on releases (due_at) where due_at is not null and trouble is null",
  `create table release_queues (
    work_id text primary key references works (id) on delete cascade,
    rhythm text not null,
    time_zone text not null,
    told integer not null,
    moves_up integer not null,
    paused integer not null,
    next_at bigint,
    trouble text,
    failures integer not null default 0,
    retry_at bigint
  )`,
  "create index release_queues_due on release_queues (next_at) where next_at is not null",
  `create table news (
    id text primary key,
    work_id text not null references works (id) on delete cascade,
    text text not null,
    version integer not null,
    posted_at bigint not null,
    edited_at bigint
  )`,
  "create index news_of_work on news (work_id, posted_at)",
];
