import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** What works say they are made of, and what the writers of those works said to being led to. */
export const related: Step = () => ({
  async up(database: Kysely<unknown>) {
    // Of a work here nothing is copied: when it is withdrawn, its title stands nowhere any more.
    await sql`create table related_works (
      work_id text not null references works (id) on delete cascade,
      position integer not null,
      kind text not null check
        (kind in ('translation', 'inspired', 'remix', 'sequel', 'prequel', 'podfic', 'art')),
      other_work_id text references works (id) on delete cascade check (other_work_id <> work_id),
      title text not null,
      author text not null,
      language text not null,
      address text not null,
      asked_at bigint,
      primary key (work_id, position)
    )`.execute(database);
    await sql`create index related_works_of_other on related_works (other_work_id) where other_work_id is not null`.execute(
      database,
    );
    // Apart from the claim, so that a claim that is taken back and made again does not ask anew. No row: not answered.
    await sql`create table related_answers (
      work_id text not null references works (id) on delete cascade,
      other_work_id text not null references works (id) on delete cascade,
      kind text not null,
      answer text not null check (answer in ('yes', 'no')),
      answered_at bigint not null,
      primary key (work_id, other_work_id)
    )`.execute(database);
    await sql`create index related_answers_of_other on related_answers (other_work_id)`.execute(database);
  },
});
