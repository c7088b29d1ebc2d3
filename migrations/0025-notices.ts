import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** What members are told, how, and by which letters (docs/decisions/0034-being-told.md). Ids only: words are found when they are read. */
export const notices: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table subscriptions (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    kind text not null,
    target_id text not null,
    rhythm text not null,
    made_at bigint not null
  )`,
  "create unique index subscriptions_of_account on subscriptions (account_id, kind, target_id)",
  "create index subscriptions_to on subscriptions (kind, target_id, account_id)",
  // How a member is told of what concerns them; a topic without a row is told on the site alone.
  `create table notice_choices (
    account_id text not null references accounts (id) on delete cascade,
    topic text not null,
    rhythm text not null,
    primary key (account_id, topic)
  )`,
  `create table tellings (
    account_id text primary key references accounts (id) on delete cascade,
    hour integer not null,
    weekday integer not null,
    locale text not null,
    feed_key text not null,
    leave_key text not null,
    mail_stopped_at bigint,
    next_daily_at bigint not null,
    next_weekly_at bigint not null
  )`,
  "create unique index tellings_by_feed on tellings (feed_key)",
  "create unique index tellings_by_leave on tellings (leave_key)",
  `create table letters (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    made_at bigint not null,
    next_at bigint not null,
    tries integer not null default 0,
    begun_at bigint,
    broken_off integer not null default 0,
    ended_at bigint,
    ending text check (ending in ('sent', 'empty', 'given up'))
  )`,
  "create index letters_waiting on letters (next_at) where ended_at is null",
  "create index letters_ended on letters (ended_at) where ended_at is not null",
  "create index letters_of_account on letters (account_id)",
  `create table notices (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    kind text not null,
    notice_key text not null,
    work_id text references works (id) on delete cascade,
    chapter_id text,
    comment_id text references comments (id) on delete cascade,
    pseud_id text references pseuds (id) on delete cascade,
    news_id text,
    detail text not null default '',
    reasons text not null default '',
    rhythm text not null,
    on_site integer not null,
    noted_at bigint not null,
    read_at bigint,
    letter_id text references letters (id) on delete set null
  )`,
  // Nothing is told twice: what a notice is about is its key.
  "create unique index notices_by_key on notices (account_id, notice_key)",
  "create index notices_on_site on notices (account_id, noted_at, id) where on_site = 1",
  "create index notices_unread on notices (account_id, noted_at, id) where on_site = 1 and read_at is null",
  `create index notices_waiting on notices (rhythm, account_id, noted_at)
    where letter_id is null and rhythm in ('at once', 'daily', 'weekly')`,
  "create index notices_in_feed on notices (account_id, noted_at, id) where reasons <> ''",
  "create index notices_in_letter on notices (letter_id) where letter_id is not null",
  "create index notices_of_work on notices (work_id) where work_id is not null",
  "create index notices_of_comment on notices (comment_id) where comment_id is not null",
  "create index notices_of_pseud on notices (pseud_id) where pseud_id is not null",
  "create index notices_by_age on notices (noted_at)",
  // Works given to readers that filters have not been asked about yet.
  `create table works_to_match (
    work_id text primary key references works (id) on delete cascade,
    noted_at bigint not null
  )`,
  // The thanks of a day, gathered for their writers; up to which day that is done.
  "create table kudos_told (id integer primary key check (id = 1), last_day integer not null)",
  "create index kudos_by_time on kudos (given_at)",
];
