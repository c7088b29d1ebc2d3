import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * What finding asks about: how much a tag matters to a work, what a fandom is a fandom of, what wranglers did,
 * who a gift is for as one id, pictures and sound, series, counts of thanks and readings, and filters kept by name.
 */
export const finding: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
    await fillRecipients(database);
    const places = media.map(([id, name], position) => sql`(${id}, ${name}, '', ${position}, 0)`);
    await sql`insert into media (id, name, about, position, retired) values ${sql.join(places)}`.execute(
      database,
    );
  },
});

/** What fandoms are fandoms of, to begin with; rows an owner may change. */
const media = [
  ["anime-manga", "Anime and manga"],
  ["books", "Books and literature"],
  ["cartoons-comics", "Cartoons, comics and graphic novels"],
  ["films", "Films"],
  ["games", "Games"],
  ["music", "Music and bands"],
  ["plays", "Plays and musicals"],
  ["podcasts", "Podcasts and radio"],
  ["real-people", "Real people"],
  ["television", "Television"],
  ["myths", "Myths, legends and fairy tales"],
  ["other-media", "Other"],
] as const;

/**
 * Names without a pseud get an id spelled from the folded name, the same in every archive (works/recipient-id.ts had
 * this rule when the step was written).
 */
async function fillRecipients(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ work_id: string; position: number; pseud_id: string | null; name: string }>`
    select work_id, position, pseud_id, name from work_gifts`.execute(database);
  for (const { work_id, position, pseud_id, name } of rows)
    await sql`update work_gifts set recipient_id = ${pseud_id ?? idOfFreeName(name)}
      where work_id = ${work_id} and position = ${position}`.execute(database);
}

function idOfFreeName(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replace(/\s+/gu, " ").trim();
  const bytes = createHash("sha256").update(`recipient ${folded}`).digest();
  return Array.from(bytes.subarray(0, 10), (byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte & 31]).join("");
}

const statements = [
  // — how much a tag matters to the work that bears it —
  "alter table tag_kinds add column weighted integer not null default 0",
  "update tag_kinds set weighted = 1 where id in ('fandom', 'character', 'relationship')",
  `alter table work_tags add column weight text not null default 'main'
    check (weight in ('main', 'side', 'mention'))`,

  // — what fandoms are fandoms of —
  `create table media (
    id text primary key, name text not null, about text not null, position integer not null, retired integer not null
  )`,
  `create table tag_media (
    tag_id text not null references tags (id) on delete cascade,
    medium_id text not null references media (id),
    primary key (tag_id, medium_id)
  )`,
  "create index tag_media_of_medium on tag_media (medium_id)",

  // — wranglers —
  "create index tags_synonyms on tags (synonym_of) where synonym_of is not null",
  "create index tag_parents_of_parent on tag_parents (parent_id)",
  "create index tags_new on tags (kind_id, created_at)",
  // One row a thing a wrangler did. What it changed is in `changes` (JSON), so that it can be taken back; `about` (JSON)
  // is what the log says of it. Deeds done together have one `batch_id` and one time, and their `place` in it.
  `create table wranglings (
    id text primary key,
    account_id text references accounts (id) on delete set null,
    done_at bigint not null,
    deed text not null,
    tag_id text references tags (id) on delete set null,
    batch_id text,
    place integer not null,
    about text not null,
    changes text not null,
    undone_at bigint,
    undone_by text references accounts (id) on delete set null
  )`,
  "create index wranglings_by_time on wranglings (done_at)",
  "create index wranglings_of_batch on wranglings (batch_id)",
  // Every tag a deed touched or named, for the history of a tag and for what stands in the way of an undo.
  `create table wrangling_tags (
    wrangling_id text not null references wranglings (id) on delete cascade,
    tag_id text not null references tags (id) on delete cascade,
    primary key (tag_id, wrangling_id)
  )`,
  "create index wrangling_tags_of_wrangling on wrangling_tags (wrangling_id)",
  // The name by which somebody was asked to help: the archive tells nobody which other names are theirs.
  `create table helpers (
    account_id text primary key references accounts (id) on delete cascade,
    pseud_id text not null references pseuds (id) on delete cascade,
    given_at bigint not null
  )`,
  // Tags a wrangler looked at and left as they are: they wait in no queue.
  `create table settled_tags (
    tag_id text primary key references tags (id) on delete cascade,
    settled_at bigint not null
  )`,

  // — what else works are found by —
  "alter table work_gifts add column recipient_id text not null default ''",
  "create index work_gifts_of_recipient on work_gifts (recipient_id)",
  "alter table works add column searchable integer not null default 1",
  "alter table works add column has_pictures integer not null default 0",
  "alter table works add column has_audio integer not null default 0",
  `update works set has_pictures = 1 where exists (
    select 1 from chapters join chapter_pictures on chapter_pictures.chapter_id = chapters.id
    where chapters.work_id = works.id and chapters.status = 'published' and chapters.removed_at is null
  )`,
  `update works set has_audio = 1 where exists (
    select 1 from chapters
    where chapters.work_id = works.id and chapters.status = 'published' and chapters.removed_at is null
      and (${["mp3", "m4a", "m4b", "ogg", "oga", "opus", "flac", "wav"]
        .map((ending) => `lower(chapters.story) like '%href="%.${ending}"%'`)
        .join(" or ")})
  )`,
  // What thanks and readings came to. Rewritten now and then, and read by the finding index when `changed_at` says so.
  `create table work_counts (
    work_id text primary key references works (id) on delete cascade,
    kudos integer not null default 0,
    comments integer not null default 0,
    bookmarks integer not null default 0,
    hits integer not null default 0,
    changed_at bigint not null
  )`,
  "create index work_counts_changed on work_counts (changed_at)",
  `create table series (
    id text primary key,
    account_id text not null references accounts (id),
    title text not null,
    created_at bigint not null,
    updated_at bigint not null
  )`,
  "create index series_of_account on series (account_id)",
  `create table series_works (
    series_id text not null references series (id) on delete cascade,
    work_id text not null references works (id) on delete cascade,
    position integer not null,
    primary key (series_id, work_id)
  )`,
  "create index series_works_of_work on series_works (work_id)",

  // — filters kept by name —
  `create table saved_filters (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    name text not null,
    name_key text not null,
    query text not null,
    default_for text references tags (id) on delete set null,
    feed_key text not null unique,
    created_at bigint not null,
    updated_at bigint not null,
    unique (account_id, name_key)
  )`,
  "create unique index saved_filters_default on saved_filters (account_id, default_for) where default_for is not null",
];
