import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** Whose letter of the day or of the week is due is asked every minute: it must not read every member's row. */
export const lettersDue: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create index tellings_by_day on tellings (next_daily_at)`.execute(database);
    await sql`create index tellings_by_week on tellings (next_weekly_at)`.execute(database);
  },
});
