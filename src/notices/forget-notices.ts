import type { Database } from "../plumbing/database/database.ts";
import { dayLength } from "../vocabulary/days.ts";
import "./sql/notices-tables.ts";

/** Rows looked at at once. */
const slice = 500;

/**
 * Forgets notices and ended letters of long ago, and what is followed that is no more. Safe to repeat.
 *
 * @param now ms since 1970, UTC
 */
export async function forgetNotices(database: Database, noticeDays: number, now: number): Promise<void> {
  const before = now - noticeDays * dayLength;
  for (const table of ["notices", "letters"] as const) {
    const column = table === "notices" ? "noted_at" : "ended_at";
    const old = await database.reading
      .selectFrom(table)
      .select("id")
      .where(column, "<", before)
      .limit(slice)
      .execute();
    if (old.length > 0)
      await database.write((writer) =>
        writer
          .deleteFrom(table)
          .where(
            "id",
            "in",
            old.map(({ id }) => id),
          )
          .execute(),
      );
  }
}
