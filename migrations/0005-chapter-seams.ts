import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * What joining and splitting chapters must remember (docs/decisions/0013-joining-and-splitting.md): how a chapter
 * that was split off fits the one before it, and where the address of a chapter leads that was joined to another.
 */
export const chapterSeams: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  `create table chapter_seams (
    chapter_id text primary key references chapters (id) on delete cascade,
    follows_id text not null,
    seam text not null
  )`,
  "create index chapter_seams_of_followed on chapter_seams (follows_id)",
  `create table chapter_forwards (
    chapter_id text primary key,
    work_id text not null references works (id) on delete cascade,
    into_id text not null references chapters (id) on delete cascade
  )`,
  "create index chapter_forwards_of_chapter on chapter_forwards (into_id)",
];
