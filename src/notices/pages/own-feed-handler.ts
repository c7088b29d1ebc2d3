import { type SqlBool, sql } from "kysely";
import { type Member, plainMember } from "../../people/person.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { answerFeed, type FeedForm, forItsOwner } from "../../plumbing/feeds/answer-feed.ts";
import type { AtomFeed } from "../../plumbing/feeds/atom-document.ts";
import { nameUuid } from "../../plumbing/feeds/name-uuid.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { feedPage } from "../../ui/feed-page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { entryOfWork } from "../../works/feed-entry.tsx";
import { noticeColumns } from "../notice-row.ts";
import { noticeSentence } from "../notice-sentence.ts";
import { inWords, plain } from "../notice-words.ts";
import { type Rooms, tellNotices } from "../told.ts";
import "../sql/notices-tables.ts";

type Parts = {
  database: Database;
  settings: SettingsKeeper;
  publicAddress: string | null;
  rooms: Rooms;
};

/** As many as come in between two looks of a feed reader, and some more. */
const mostEntries = 50;

/**
 * Everything a member follows, for whoever knows the key: as a plain member sees it, whatever its owner may do here otherwise.
 * What concerns the member themselves is not in it.
 */
export function sendOwnFeed(parts: Parts, form: FeedForm): ArchiveHandler {
  const { database, settings, publicAddress, rooms } = parts;
  return async (context) => {
    const page = await feedPage(settings);
    const address = siteAddress(context, publicAddress);
    const feedKey = context.req.param("feedKey") ?? "";
    context.header("cache-control", forItsOwner);
    const owner = await ownerOf(database, feedKey);
    if (!owner) return context.text(page.t("Nothing is here"), 404);
    const rows = await database.reading
      .selectFrom("notices")
      .select(noticeColumns)
      .where("account_id", "=", owner.accountId)
      // Written out as the index of these is, so that both engines know it again.
      .where(sql<SqlBool>`notices.reasons <> ''`)
      .orderBy("noted_at", "desc")
      .orderBy("id", "desc")
      .limit(mostEntries)
      .execute();
    const told = await tellNotices(database.reading, rooms, owner, rows);
    const feed: AtomFeed = {
      id: nameUuid(`feeds/followed/${owner.accountId}`),
      title: page.t("What I follow at {archive}", { archive: page.archiveName }),
      subtitle: null,
      updated: Math.max(0, ...told.map(({ notedAt }) => notedAt)),
      author: page.archiveName,
      self: address + urls.ownFeed(feedKey),
      selfAsJson: address + urls.ownFeed(feedKey, "json"),
      alternate: address + urls.notices(),
      language: page.locale,
      entries: told.flatMap((one) => {
        if (!one.work) return [];
        const sentence = noticeSentence(page, one, false);
        return {
          ...entryOfWork(page, address, one.work),
          id: nameUuid(`notices/${one.id}`),
          title: inWords(page, sentence, plain),
          language: page.locale,
          published: one.notedAt,
          updated: one.notedAt,
          alternate: address + sentence.href,
        };
      }),
    };
    return answerFeed(context, form, feed, forItsOwner);
  };
}

async function ownerOf({ reading }: Database, feedKey: string): Promise<Member | undefined> {
  if (!/^[0-9a-z]{1,64}$/.test(feedKey)) return undefined;
  const row = await reading
    .selectFrom("tellings")
    .select("account_id as accountId")
    .where("feed_key", "=", feedKey)
    .executeTakeFirst();
  return row && plainMember(row.accountId);
}
