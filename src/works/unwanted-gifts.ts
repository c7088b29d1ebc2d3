import { findPreferences } from "../people/preferences.ts";
import { isBlockedBy } from "../people/quiet-people.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { oneLine } from "./name-list.ts";
import { workFieldNames as names, type WorkValues } from "./work-values.ts";
import "../people/pseuds.ts";
import "./sql/gift-answers-table.ts";
import "./sql/works-tables.ts";

/**
 * The receivers named in a work form who will not have it: they refused this work, or want no gifts from anybody. What
 * stands on the work already stays until they refuse it, and one's own names are always welcome.
 *
 * @param workId null for a new work
 * @returns a sentence in the language of `t` for each, by field name
 */
export async function unwantedGifts(
  reader: Reader,
  accountId: string,
  workId: string | null,
  { gifts }: Pick<WorkValues, "gifts">,
  t: Translate,
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  for (const [row, { name }] of gifts.entries()) {
    const receiver = await reader
      .selectFrom("pseuds")
      .select(["id", "name", "account_id as accountId"])
      .where("name_key", "=", foldName(oneLine(name)))
      .executeTakeFirst();
    if (!receiver || receiver.accountId === accountId) continue;
    const standing = await standingOf(reader, workId ?? "", receiver.id);
    if (standing.isRefused)
      errors[names.giftName(row)] = t("{name} did not want to be given this work.", { name: receiver.name });
    else if (!standing.isGiven && !(await isWelcome(reader, accountId, receiver.accountId)))
      errors[names.giftName(row)] = t("{name} prefers not to be given works.", { name: receiver.name });
  }
  return errors;
}

/** Who is blocked hears the same as everybody hears of somebody who wants no gifts. */
async function isWelcome(reader: Reader, giverId: string, receiverId: string): Promise<boolean> {
  const { giftsWanted } = await findPreferences(reader, receiverId);
  return giftsWanted && !(await isBlockedBy(reader, giverId, [receiverId]));
}

async function standingOf(reader: Reader, workId: string, pseudId: string) {
  const given = await reader
    .selectFrom("work_gifts")
    .select("position")
    .where("work_id", "=", workId)
    .where("pseud_id", "=", pseudId)
    .executeTakeFirst();
  const answered = await reader
    .selectFrom("gift_answers")
    .select("answer")
    .where("work_id", "=", workId)
    .where("pseud_id", "=", pseudId)
    .executeTakeFirst();
  return { isGiven: given !== undefined, isRefused: answered?.answer === "refused" };
}
