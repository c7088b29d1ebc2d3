import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Files that nothing names any more. Their keys are written in the transaction that takes the last row naming them,
 * and stand here until the bytes are gone, however often the archive is killed between.
 */
export const leaving: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table files_to_forget (
      file_key text primary key,
      since bigint not null
    )`.execute(database);
  },
});
