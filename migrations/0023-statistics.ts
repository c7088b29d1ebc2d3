import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * How often chapters were read to the end: sums of a day until it is over, then of its month. Neither says by whom.
 * A chapter may be gone and its numbers stay with the work; they go when the work goes.
 */
export const statistics: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const sums = `
  finished bigint not null,
  words bigint not null,
  work_finished bigint not null`;

const statements = [
  `create table reading_days (
    work_id text not null references works (id) on delete cascade,
    chapter_id text not null,
    day integer not null,${sums},
    primary key (chapter_id, day)
  )`,
  "create index reading_days_of_work on reading_days (work_id)",
  "create index reading_days_by_day on reading_days (day)",
  `create table reading_months (
    work_id text not null references works (id) on delete cascade,
    chapter_id text not null,
    month integer not null,${sums},
    primary key (chapter_id, month)
  )`,
  "create index reading_months_of_work on reading_months (work_id, month)",
  // What came to a work is asked for by the work.
  "create index kudos_of_work on kudos (work_id, given_at)",
  "create index bookmarks_of_work on bookmarks (work_id, kept_at)",
  // Which chapters readers were told of, for the feed of a work.
  `create index events_of_chapters on events (subject, number)
    where type in ('chapter-published', 'chapter-revised')`,
  // What was counted in another archive, of which only the numbers came along.
  `create table brought_counts (
    work_id text not null references works (id) on delete cascade,
    month integer not null,
    kudos bigint not null,
    comments bigint not null,
    bookmarks bigint not null,
    subscribers bigint not null,
    primary key (work_id, month)
  )`,
];
