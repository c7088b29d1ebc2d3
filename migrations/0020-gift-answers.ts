import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** What those who were given a work said to it; a gift without a row is new to them. */
export const giftAnswers: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table gift_answers (
      work_id text not null references works (id) on delete cascade,
      pseud_id text not null references pseuds (id) on delete cascade,
      answer text not null check (answer in ('kept', 'refused')),
      answered_at bigint not null,
      primary key (work_id, pseud_id)
    )`.execute(database);
    await sql`create index gift_answers_of_pseud on gift_answers (pseud_id)`.execute(database);
    await sql`create index work_gifts_of_pseud on work_gifts (pseud_id) where pseud_id is not null`.execute(
      database,
    );
  },
});
