import type { Database } from "../plumbing/database/database.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayOf, startOfDay } from "../vocabulary/days.ts";
import type { KudosOfDay } from "./kudos-of-day.ts";
import { type NewNotice, noteNotices } from "./note-notices.ts";
import { writersOfEach } from "./writers-of.ts";
import "./sql/notices-tables.ts";

/** Works named in one notice; who was thanked for more finds the others at the desk. */
const mostWorks = 10;

/**
 * Tells writers once a day, when it is over in UTC, which of their works readers thanked them for, later chapters of them
 * too. Safe to repeat: a day is told once to each, and noted as done after all are told.
 *
 * @param now ms since 1970, UTC
 */
export async function gatherKudos(database: Database, now: number): Promise<void> {
  const yesterday = dayOf(now) - 1;
  const done = await database.reading.selectFrom("kudos_told").select("last_day as day").executeTakeFirst();
  // An archive that begins to tell does not tell of years.
  for (let day = (done?.day ?? yesterday) + 1; day <= yesterday; day++)
    await noteNotices(database, await kudosOf(database.reading, day), now);
  if (done?.day === yesterday) return;
  await database.write((writer) =>
    writer
      .insertInto("kudos_told")
      .values({ id: 1, last_day: yesterday })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ last_day: yesterday }))
      .execute(),
  );
}

async function kudosOf(reader: Reader, day: number): Promise<NewNotice[]> {
  const given = (table: "kudos" | "chapter_kudos") =>
    reader
      .selectFrom(table)
      .select(["work_id as workId", "account_id", "guest_hash", "given_at"])
      .where("given_at", ">=", startOfDay(day))
      .where("given_at", "<", startOfDay(day + 1));
  const rows = await reader
    // Who says thanks for the first time, and at a later chapter, pressed once: of the two rows a union makes one.
    .selectFrom(given("kudos").union(given("chapter_kudos")).as("thanks"))
    .select("workId")
    .select((thanks) => thanks.fn.countAll<number>().as("count"))
    .groupBy("workId")
    .orderBy("count", "desc")
    .orderBy("workId")
    .execute();
  const writers = await writersOfEach(
    reader,
    rows.map(({ workId }) => workId),
  );
  const byAccount = new Map<string, KudosOfDay>();
  for (const { workId, count } of rows)
    for (const accountId of writers.get(workId) ?? []) {
      const kudos = byAccount.get(accountId) ?? [];
      if (kudos.length < mostWorks) kudos.push([workId, Number(count)]);
      byAccount.set(accountId, kudos);
    }
  return [...byAccount].map(([accountId, kudos]) => ({
    accountId,
    kind: "kudos",
    key: `kudos ${day}`,
    detail: JSON.stringify(kudos),
  }));
}
