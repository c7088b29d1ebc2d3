import type { Database } from "../plumbing/database/database.ts";
import { dayOf } from "../vocabulary/days.ts";
import { monthOfDay } from "./months.ts";
import "./sql/statistics-tables.ts";

/**
 * Folds the sums of days that are over into those of their months. In one transaction: whatever is killed, a reading is
 * either in its day or in its month, and what shows numbers adds both.
 *
 * @param now ms since 1970, UTC
 */
export async function foldDays(database: Database, now: number): Promise<void> {
  const today = dayOf(now);
  const past = await database.reading
    .selectFrom("reading_days")
    .select("day")
    .distinct()
    .where("day", "<", today)
    .execute();
  for (const { day } of past)
    await database.write(async (writer) => {
      await writer
        .insertInto("reading_months")
        .columns(["work_id", "chapter_id", "month", "finished", "words", "work_finished"])
        .expression((row) =>
          row
            .selectFrom("reading_days")
            .select((each) => [
              "work_id",
              "chapter_id",
              each.lit(monthOfDay(day)).as("month"),
              "finished",
              "words",
              "work_finished",
            ])
            .where("day", "=", day),
        )
        .onConflict((conflict) =>
          conflict.columns(["chapter_id", "month"]).doUpdateSet((row) => ({
            finished: row("reading_months.finished", "+", row.ref("excluded.finished")),
            words: row("reading_months.words", "+", row.ref("excluded.words")),
            work_finished: row("reading_months.work_finished", "+", row.ref("excluded.work_finished")),
          })),
        )
        .execute();
      await writer.deleteFrom("reading_days").where("day", "=", day).execute();
    });
}
