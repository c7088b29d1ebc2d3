import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";
import type { Engine } from "../src/plumbing/database/reader-writer.ts";

/**
 * The first archive: people, tags, works, imports, the log of facts.
 *
 * Times are integers (ms, UTC), booleans 0/1, JSON is text, ids come from the application. The four
 * tables of the sign-in library (accounts, credentials, sessions, verifications) are the exception:
 * it writes its own dates, as ISO text on SQLite and as timestamptz on PostgreSQL.
 */
export const firstArchive: Step = (engine) => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements(engine)) await sql.raw(statement).execute(database);
  },
});

function statements(engine: Engine): string[] {
  const date = engine === "sqlite" ? "text" : "timestamptz";
  const truth = engine === "sqlite" ? "integer" : "boolean";
  const numbered =
    engine === "sqlite"
      ? "integer primary key autoincrement"
      : "bigint generated always as identity primary key";
  return [
    // — the log of facts —
    `create table events (
      number ${numbered},
      recorded_at bigint not null,
      subject text not null,
      type text not null,
      body text not null
    )`,
    "create table event_followers (name text primary key, last_number bigint not null)",

    // — the archive's own settings and lists, all rows an owner may change —
    "create table settings (name text primary key, value text not null)",

    // — people: the sign-in library's tables —
    `create table accounts (
      id text primary key,
      name text not null,
      email text not null unique,
      "emailVerified" ${truth} not null,
      image text,
      role text not null,
      "createdAt" ${date} not null,
      "updatedAt" ${date} not null
    )`,
    `create table sessions (
      id text primary key,
      "expiresAt" ${date} not null,
      token text not null unique,
      "createdAt" ${date} not null,
      "updatedAt" ${date} not null,
      "ipAddress" text,
      "userAgent" text,
      "userId" text not null references accounts (id) on delete cascade
    )`,
    `create index sessions_of_account on sessions ("userId")`,
    `create table credentials (
      id text primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references accounts (id) on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" ${date},
      "refreshTokenExpiresAt" ${date},
      scope text,
      password text,
      "createdAt" ${date} not null,
      "updatedAt" ${date} not null
    )`,
    `create index credentials_of_account on credentials ("userId")`,
    `create table verifications (
      id text primary key,
      identifier text not null,
      value text not null,
      "expiresAt" ${date} not null,
      "createdAt" ${date} not null,
      "updatedAt" ${date} not null
    )`,
    "create index verifications_by_identifier on verifications (identifier)",

    // — people: the names they write under —
    `create table pseuds (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      name text not null,
      name_key text not null unique,
      about text not null,
      created_at bigint not null
    )`,
    "create index pseuds_of_account on pseuds (account_id)",

    // — tags: kinds are data; a tag may be a synonym of a canonical one and stand under parents —
    `create table tag_kinds (
      id text primary key,
      name text not null,
      plural text not null,
      position integer not null,
      retired integer not null
    )`,
    `create table tags (
      id text primary key,
      kind_id text not null references tag_kinds (id),
      name text not null,
      name_key text not null,
      canonical integer not null,
      synonym_of text references tags (id),
      created_at bigint not null,
      unique (kind_id, name_key)
    )`,
    `create table tag_parents (
      tag_id text not null references tags (id) on delete cascade,
      parent_id text not null references tags (id) on delete cascade,
      primary key (tag_id, parent_id)
    )`,
    `create table abbreviations (
      id text primary key,
      abbreviation text not null,
      kind_id text not null references tag_kinds (id),
      name text not null,
      position integer not null,
      retired integer not null
    )`,

    // — what an author chooses from —
    `create table ratings (
      id text primary key, name text not null, about text not null, position integer not null, retired integer not null
    )`,
    `create table warnings (
      id text primary key, name text not null, about text not null, position integer not null, retired integer not null
    )`,
    `create table categories (
      id text primary key, name text not null, about text not null, position integer not null, retired integer not null
    )`,

    // — works —
    `create table works (
      id text primary key,
      account_id text not null references accounts (id),
      status text not null check (status in ('draft', 'published')),
      visibility text not null check (visibility in ('everyone', 'members')),
      title text not null,
      summary text not null,
      notes text not null,
      end_notes text not null,
      disclaimer text not null,
      dedication text not null,
      conventions text not null,
      rating_id text not null references ratings (id),
      language text not null,
      expected_chapters integer,
      chapter_count integer not null,
      word_count integer not null,
      version integer not null,
      created_at bigint not null,
      updated_at bigint not null,
      published_at bigint,
      revised_at bigint,
      removed_at bigint
    )`,
    "create index works_of_account on works (account_id)",
    "create index works_listed on works (id, status, removed_at, visibility, word_count)",
    "create index works_newest on works (revised_at) where status = 'published' and removed_at is null",
    "create index works_removed on works (removed_at) where removed_at is not null",
    `create table chapters (
      id text primary key,
      work_id text not null references works (id) on delete cascade,
      position integer not null,
      status text not null check (status in ('draft', 'published')),
      title text not null,
      summary text not null,
      notes text not null,
      end_notes text not null,
      story text not null,
      word_count integer not null,
      version integer not null,
      created_at bigint not null,
      updated_at bigint not null,
      published_at bigint,
      removed_at bigint
    )`,
    "create index chapters_of_work on chapters (work_id, position)",
    `create table work_creators (
      work_id text not null references works (id) on delete cascade,
      position integer not null,
      role text not null check (role in ('author', 'beta', 'artist', 'translator')),
      pseud_id text references pseuds (id) on delete set null,
      name text not null,
      accepted integer not null,
      primary key (work_id, position)
    )`,
    "create index work_creators_of_pseud on work_creators (pseud_id)",
    `create table work_gifts (
      work_id text not null references works (id) on delete cascade,
      position integer not null,
      pseud_id text references pseuds (id) on delete set null,
      name text not null,
      addressed_as text not null,
      primary key (work_id, position)
    )`,
    `create table work_tags (
      work_id text not null references works (id) on delete cascade,
      kind_id text not null references tag_kinds (id),
      position integer not null,
      tag_id text not null references tags (id),
      typed_as text not null,
      primary key (work_id, kind_id, position)
    )`,
    "create index work_tags_of_tag on work_tags (tag_id)",
    "create index work_tags_by_kind on work_tags (kind_id, tag_id, work_id, typed_as)",
    `create table work_warnings (
      work_id text not null references works (id) on delete cascade,
      warning_id text not null references warnings (id),
      answer text not null check (answer in ('yes', 'no', 'unsaid')),
      primary key (work_id, warning_id)
    )`,
    `create table work_categories (
      work_id text not null references works (id) on delete cascade,
      category_id text not null references categories (id),
      primary key (work_id, category_id)
    )`,

    // — what was given: the bytes an author handed over, private to them —
    `create table originals (
      id text primary key,
      account_id text not null references accounts (id),
      work_id text references works (id) on delete cascade,
      chapter_id text references chapters (id) on delete set null,
      file_name text not null,
      media_type text not null,
      byte_size integer not null,
      file_key text not null,
      created_at bigint not null
    )`,
    "create index originals_of_work on originals (work_id)",
    `create table imports (
      id text primary key,
      account_id text not null references accounts (id) on delete cascade,
      work_id text references works (id) on delete cascade,
      original_id text not null references originals (id) on delete cascade,
      reading text not null,
      decisions text not null,
      typed text not null,
      version integer not null,
      created_at bigint not null,
      updated_at bigint not null
    )`,
    "create index imports_of_account on imports (account_id)",
  ];
}
