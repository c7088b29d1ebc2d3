import { findPreferences } from "../people/preferences.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { randomLetters } from "../vocabulary/ids.ts";
import { nextTime } from "../works/rhythm.ts";
import { isRhythm, type Rhythm, type Topic, topics } from "./kinds.ts";
import "./sql/notices-tables.ts";

/** When and how an account is written to. */
export type Telling = {
  hour: number;
  /** 0 for Sunday. */
  weekday: number;
  locale: string;
  feedKey: string;
  leaveKey: string;
  /** When its letters were stopped; null: they go out. */
  mailStoppedAt: number | null;
};

/** Five random bits each: nobody guesses an address. */
const keyLetters = 32;

/** When letters come to whoever has not said: in the evening, and on the evening before the week begins. */
export const usualTime = { hour: 18, weekday: 0 };

const columns = [
  "hour",
  "weekday",
  "locale",
  "feed_key as feedKey",
  "leave_key as leaveKey",
  "mail_stopped_at as mailStoppedAt",
] as const;

/** How an account is written to; undefined before it ever asked to be told. */
export function findTelling(reader: Reader | Writer, accountId: string): Promise<Telling | undefined> {
  return reader.selectFrom("tellings").select(columns).where("account_id", "=", accountId).executeTakeFirst();
}

/**
 * The same, made where there is none.
 *
 * @param locale in which language its letters are to be
 * @param now ms since 1970, UTC
 */
export async function makeTelling(
  writer: Writer,
  accountId: string,
  locale: string,
  now: number,
): Promise<Telling> {
  const found = await findTelling(writer, accountId);
  if (found) return found;
  const { timeZone } = await findPreferences(writer, accountId);
  const telling = {
    ...usualTime,
    locale,
    feedKey: randomLetters(keyLetters),
    leaveKey: randomLetters(keyLetters),
    mailStoppedAt: null,
  };
  await writer
    .insertInto("tellings")
    .values({
      account_id: accountId,
      hour: telling.hour,
      weekday: telling.weekday,
      locale,
      feed_key: telling.feedKey,
      leave_key: telling.leaveKey,
      mail_stopped_at: null,
      next_daily_at: nextLetterAt("daily", telling, timeZone, now),
      next_weekly_at: nextLetterAt("weekly", telling, timeZone, now),
    })
    .execute();
  return telling;
}

/** When the next letter of the day or the week is due after a moment, by the clock of the zone. */
export function nextLetterAt(
  rhythm: "daily" | "weekly",
  { hour, weekday }: Pick<Telling, "hour" | "weekday">,
  timeZone: string,
  after: number,
): number {
  const days = rhythm === "weekly" ? [weekday] : [0, 1, 2, 3, 4, 5, 6];
  return nextTime({ kind: "weekdays", days, hour, minute: 0 }, timeZone, after).at;
}

/** How an account is told of what concerns it, topic by topic; on the site alone, where it has not said. */
export async function findChoices(
  reader: Reader | Writer,
  accountId: string,
): Promise<Record<Topic, Rhythm>> {
  const rows = await reader
    .selectFrom("notice_choices")
    .select(["topic", "rhythm"])
    .where("account_id", "=", accountId)
    .execute();
  const chosen = new Map(rows.map(({ topic, rhythm }) => [topic, rhythm]));
  const of = (topic: Topic): Rhythm => {
    const rhythm = chosen.get(topic);
    return rhythm !== undefined && isRhythm(rhythm) ? rhythm : "site";
  };
  return choicesBy(of);
}

/** A choice for every topic. */
export function choicesBy(of: (topic: Topic) => Rhythm): Record<Topic, Rhythm> {
  return {
    comments: of("comments"),
    replies: of("replies"),
    held: of("held"),
    kudos: of("kudos"),
    gifts: of("gifts"),
    names: of("names"),
    related: of("related"),
    works: of("works"),
  };
}

/** What a member chose about being told. */
export type ChosenTelling = Pick<Telling, "hour" | "weekday" | "locale"> & {
  choices: Record<Topic, Rhythm>;
  /** Whether letters go out at all. */
  mail: boolean;
};

/**
 * Keeps it. What waits for a letter keeps waiting for the letter it waits for.
 *
 * @param now ms since 1970, UTC
 */
export async function changeTelling(
  writer: Writer,
  accountId: string,
  { choices, mail, ...when }: ChosenTelling,
  now: number,
): Promise<void> {
  const before = await makeTelling(writer, accountId, when.locale, now);
  const { timeZone } = await findPreferences(writer, accountId);
  await writer
    .updateTable("tellings")
    .set({
      ...when,
      mail_stopped_at: mail ? null : (before.mailStoppedAt ?? now),
      next_daily_at: nextLetterAt("daily", when, timeZone, now),
      next_weekly_at: nextLetterAt("weekly", when, timeZone, now),
    })
    .where("account_id", "=", accountId)
    .execute();
  for (const topic of topics) {
    const row = { account_id: accountId, topic, rhythm: choices[topic] };
    await writer
      .insertInto("notice_choices")
      .values(row)
      .onConflict((conflict) => conflict.columns(["account_id", "topic"]).doUpdateSet({ rhythm: row.rhythm }))
      .execute();
  }
}

/**
 * Gives the feed of an account another secret address; the old one is nothing from then on.
 *
 * @param now ms since 1970, UTC
 */
export async function changeFeedKey(
  writer: Writer,
  accountId: string,
  locale: string,
  now: number,
): Promise<void> {
  await makeTelling(writer, accountId, locale, now);
  await renewFeedKey(writer, accountId);
}

/** The same for an account that may have no feed yet; it gets none by this. */
export async function renewFeedKey(writer: Writer, accountId: string): Promise<void> {
  await writer
    .updateTable("tellings")
    .set({ feed_key: randomLetters(keyLetters) })
    .where("account_id", "=", accountId)
    .execute();
}
