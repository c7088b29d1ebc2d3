import type { Member } from "../people/person.ts";
import { findPreferences } from "../people/preferences.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { isRhythm, topics } from "./kinds.ts";
import { findTelling, makeTelling, nextLetterAt } from "./telling.ts";
import "./sql/notices-tables.ts";

/** What somebody chose in another archive about being told. */
export type ToldElsewhere = {
  choices: readonly { topic: string; rhythm: string }[];
  /** When its letters went out, and whether; null: it never wrote to them. */
  letters: { hour: number; weekday: number; areStopped: boolean } | null;
};

/**
 * Tells a member as they chose in another archive; whatever they chose here stays as it is.
 *
 * @param now ms since 1970, UTC
 * @returns how many choices came in
 */
export async function tellAgain(
  writer: Writer,
  member: Member,
  { choices, letters }: ToldElsewhere,
  locale: string,
  now: number,
): Promise<number> {
  const { accountId } = member;
  let brought = 0;
  for (const { topic: said, rhythm } of choices) {
    const topic = topics.find((known) => known === said);
    if (topic === undefined || !isRhythm(rhythm)) continue;
    const { numInsertedOrUpdatedRows } = await writer
      .insertInto("notice_choices")
      .values({ account_id: accountId, topic, rhythm })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    brought += Number(numInsertedOrUpdatedRows ?? 0);
  }
  if (letters === null || (await findTelling(writer, accountId))) return brought;
  await makeTelling(writer, accountId, locale, now);
  const { timeZone } = await findPreferences(writer, accountId);
  await writer
    .updateTable("tellings")
    .set({
      hour: letters.hour,
      weekday: letters.weekday,
      mail_stopped_at: letters.areStopped ? now : null,
      next_daily_at: nextLetterAt("daily", letters, timeZone, now),
      next_weekly_at: nextLetterAt("weekly", letters, timeZone, now),
    })
    .where("account_id", "=", accountId)
    .execute();
  return brought + 1;
}
