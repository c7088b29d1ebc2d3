import { type SqlBool, sql } from "kysely";
import { findPreferences } from "../../people/preferences.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { dayLength } from "../../vocabulary/days.ts";
import { newId } from "../../vocabulary/ids.ts";
import { findTelling, nextLetterAt } from "../telling.ts";
import "../sql/notices-tables.ts";

type LetterRhythm = "at once" | "daily" | "weekly";

/** Written out as the index of those that wait is, so that both engines know it again. */
const waits = sql<SqlBool>`notices.letter_id is null and notices.rhythm in ('at once', 'daily', 'weekly')`;

/** Accounts looked at by one query. */
const slice = 200;

/** What waited longer than this, in ms, is no news any more: letters may have been stopped, or there was no mail server. */
const longestWait = 15 * dayLength;

/**
 * Puts what waits for letters that are due into letters, one for each account, however much and of whatever rhythm is due.
 *
 * Each account is one transaction: a kill leaves it with its letter, or with what waits as it was.
 *
 * @param now ms since 1970, UTC
 */
export async function gatherLetters(database: Database, now: number): Promise<void> {
  for (;;) {
    const due = await withLetterDue(database.reading, now).execute();
    for (const { accountId } of due) await database.write((writer) => gatherFor(writer, accountId, now));
    if (due.length < slice) break;
  }
  const atOnce = await toldAtOnce(database.reading, now).execute();
  for (const { accountId } of atOnce) await database.write((writer) => gatherFor(writer, accountId, now));
}

/**
 * Accounts whose letter of the day or of the week is due; some of them at a time.
 *
 * @param now ms since 1970, UTC
 */
export function withLetterDue(reader: Reader, now: number) {
  return reader
    .selectFrom("tellings")
    .select("account_id as accountId")
    .where((row) => row.or([row("next_daily_at", "<=", now), row("next_weekly_at", "<=", now)]))
    .limit(slice);
}

/**
 * Accounts for which something waits that they want to be told at once; some of them at a time.
 *
 * @param now ms since 1970, UTC
 */
export function toldAtOnce(reader: Reader, now: number) {
  return reader
    .selectFrom("notices")
    .innerJoin("tellings", "tellings.account_id", "notices.account_id")
    .select("notices.account_id as accountId")
    .distinct()
    .where(waits)
    .where("rhythm", "=", "at once")
    .where("noted_at", ">", now - longestWait)
    .where("tellings.mail_stopped_at", "is", null)
    .limit(slice);
}

async function gatherFor(writer: Writer, accountId: string, now: number): Promise<void> {
  const times = await writer
    .selectFrom("tellings")
    .select(["next_daily_at as daily", "next_weekly_at as weekly"])
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  const telling = await findTelling(writer, accountId);
  if (!times || !telling) return;
  const due: LetterRhythm[] = ["at once"];
  if (times.daily <= now) due.push("daily");
  if (times.weekly <= now) due.push("weekly");
  if (due.length > 1) {
    const { timeZone } = await findPreferences(writer, accountId);
    const next = (rhythm: "daily" | "weekly") =>
      times[rhythm] <= now ? nextLetterAt(rhythm, telling, timeZone, now) : times[rhythm];
    await writer
      .updateTable("tellings")
      .set({ next_daily_at: next("daily"), next_weekly_at: next("weekly") })
      .where("account_id", "=", accountId)
      .execute();
  }
  if (telling.mailStoppedAt !== null) return;
  const notices = await writer
    .selectFrom("notices")
    .select("id")
    .where("account_id", "=", accountId)
    .where(waits)
    .where("rhythm", "in", due)
    .where("noted_at", ">", now - longestWait)
    .orderBy("noted_at")
    .limit(mostInLetter)
    .execute();
  if (notices.length === 0) return;
  const id = newId();
  await writer
    .insertInto("letters")
    .values({
      id,
      account_id: accountId,
      made_at: now,
      next_at: now,
      begun_at: null,
      ended_at: null,
      ending: null,
    })
    .execute();
  await writer
    .updateTable("notices")
    .set({ letter_id: id })
    .where(
      "id",
      "in",
      notices.map((notice) => notice.id),
    )
    .execute();
}

/** Notices put into one letter; what is more goes with the next. */
export const mostInLetter = 500;
