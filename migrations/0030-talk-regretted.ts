import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * A comment that was removed can be given back as it was: `was_shown` says whether it had been let in. One removed before
 * this step comes back held, because nobody wrote down whether it ever was.
 *
 * When chapters are joined, what was said about the second goes with its story; `said_on` keeps where it was said, for the day
 * that chapter stands by itself again. A chapter that is gone for good is named by nothing.
 */
export const talkRegretted: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  "alter table comments add column was_shown integer not null default 0",
  "alter table comments add column said_on text",
  "create index comments_said_elsewhere on comments (work_id, said_on) where said_on is not null",
  // What hangs on a chapter is found by it when it goes, or is joined to another.
  "create index comments_of_chapter on comments (chapter_id) where chapter_id is not null",
  "create index chapter_forwards_of_work on chapter_forwards (work_id)",
  // Thanks are gathered by the day, those for later chapters too.
  "create index chapter_kudos_by_time on chapter_kudos (given_at)",
];
