import { plainMember } from "../../people/person.ts";
import { findPreferences } from "../../people/preferences.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Letter } from "../../plumbing/mail/post.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { feedPage } from "../../ui/feed-page.ts";
import type { Page } from "../../ui/page.ts";
import { createTranslate, directionOf, negotiateLocale } from "../../ui/translation.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addressOf } from "../address-of.ts";
import { noticeColumns } from "../notice-row.ts";
import { findTelling } from "../telling.ts";
import { type Rooms, tellNotices } from "../told.ts";
import { mostInLetter } from "./gather-letters.ts";
import { letterText } from "./letter-text.tsx";
import "../sql/notices-tables.ts";

/** What a letter is made from. */
export type LetterSources = {
  settings: SettingsKeeper;
  rooms: Rooms;
  /** The archive's address as its readers know it, without a slash at the end. */
  address: string;
};

/** A letter as it is to be sent now; null when there is nothing to tell, or nowhere to send it. */
export async function writeLetter(
  { settings, rooms, address }: LetterSources,
  reader: Reader,
  { id, accountId }: { id: string; accountId: string },
): Promise<Letter | null> {
  const to = await addressOf(reader, accountId);
  const telling = await findTelling(reader, accountId);
  if (to === null || !telling || telling.mailStoppedAt !== null) return null;
  const member = plainMember(accountId);
  const rows = await reader
    .selectFrom("notices")
    .select(noticeColumns)
    .where("letter_id", "=", id)
    .where("account_id", "=", accountId)
    .where("read_at", "is", null)
    .orderBy("noted_at")
    .orderBy("id")
    .limit(mostInLetter)
    .execute();
  const told = await tellNotices(reader, rooms, member, rows);
  if (told.length === 0) return null;
  const { statisticsShown } = await findPreferences(reader, accountId);
  const stop = address + urls.letterLeaving(telling.leaveKey);
  const page = await letterPage(settings, telling.locale);
  return {
    to,
    ...letterText(page, told, { address, stop, numbers: statisticsShown }),
    messageId: `<letter.${id}@${new URL(address).hostname}>`,
    headers: {
      // One press in a mail program stops them (RFC 8058).
      "List-Unsubscribe": `<${stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

async function letterPage(settings: SettingsKeeper, wished: string): Promise<Page> {
  const locale = negotiateLocale(wished);
  return {
    ...(await feedPage(settings)),
    locale,
    t: createTranslate(locale),
    direction: directionOf(locale),
  };
}
