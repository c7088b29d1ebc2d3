import type { Person } from "../../people/person.ts";
import { visitor } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { answerFeed, type FeedForm, forEverybody, forItsOwner } from "../../plumbing/feeds/answer-feed.ts";
import { nameUuid } from "../../plumbing/feeds/name-uuid.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { feedPage } from "../../ui/feed-page.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addressSentence } from "../address-sentence.ts";
import { asFeed, type NamedFeed, worksFeed } from "../feeds/works-feed.ts";
import { queryOfFilter, readFilter } from "../filter-url.ts";
import type { Finder } from "../open-finder.ts";
import { findFilterOfFeed } from "../saved/saved-filters.ts";
import { type ToldFilter, tellQuery } from "../saved/tell-saved.ts";
import type { TextSearch } from "../text-search.ts";

/** Everything a feed is made from. */
export type Feeds = {
  database: Database;
  settings: SettingsKeeper;
  finder: Finder;
  textSearch: TextSearch;
  /** The archive's address without a slash at the end, or null for the one asked at. */
  publicAddress: string | null;
};

/** Seconds after which a feed may be asked for again while the index is being built, or the archive is busy. */
const buildingSeconds = 30;

/**
 * The newest works of any filter as a visitor sees them, whoever asks: no cookie is read, in the archive's own language.
 * What means nothing here is passed over, as feed readers add parts of their own; what cannot be read is refused, for the
 * rest would find too much.
 */
export function sendWorksFeed(feeds: Feeds, form: FeedForm): ArchiveHandler {
  return async (context) => {
    const setting = await settingOf(feeds, context);
    const { page, address } = setting;
    const query = new URL(context.req.url).searchParams;
    const { filter, problems } = readFilter(query);
    const wrong = problems.filter(({ kind }) => kind !== "unknown-part");
    const sentences = wrong.map((problem) => addressSentence(page.t, problem));
    if (query.get("q")?.trim())
      sentences.push(page.t("Words typed to find works have no feed. Find them first: that page has one."));
    if (sentences.length > 0) return context.text(sentences.join("\n"), 400);
    const canonical = queryOfFilter(asFeed(filter));
    const told = await tellQuery(feeds.database.reading, visitor, canonical);
    const self = address + urls.worksFeed(canonical);
    return answer(context, feeds, form, setting, visitor, told, forEverybody, {
      id: nameUuid(self),
      self,
      selfAsJson: address + urls.worksJsonFeed(canonical),
      name: null,
      notBefore: 0,
    });
  };
}

/** A kept filter's newest works as its owner sees them, for whoever knows the key. */
export function sendSavedFilterFeed(feeds: Feeds, form: FeedForm): ArchiveHandler {
  return async (context) => {
    const setting = await settingOf(feeds, context);
    const { page, address } = setting;
    const { reading } = feeds.database;
    const kept = await findFilterOfFeed(reading, context.req.param("feedKey") ?? "");
    context.header("cache-control", forItsOwner);
    if (!kept) return context.text(page.t("Nothing is here"), 404);
    const { saved, owner } = kept;
    const told = await tellQuery(reading, owner, saved.query);
    return answer(context, feeds, form, setting, owner, told, forItsOwner, {
      // By what stays when the key is changed.
      id: nameUuid(address + urls.savedFilter(saved.id)),
      self: address + urls.savedFilterFeed(saved.feedKey),
      selfAsJson: address + urls.savedFilterJsonFeed(saved.feedKey),
      name: saved.name,
      notBefore: saved.updatedAt,
    });
  };
}

/** Where a feed is made, and in which language. */
type Setting = { page: Page; address: string };

async function answer(
  context: ArchiveContext,
  { database, finder, textSearch }: Feeds,
  form: FeedForm,
  setting: Setting,
  person: Person,
  told: ToldFilter,
  caching: string,
  named: NamedFeed,
): Promise<Response> {
  const feed = await worksFeed(
    { reading: database.reading, finder, textSearch },
    person,
    setting,
    told,
    named,
  );
  if (feed === null)
    return context.text(
      setting.page.t("The archive is busy reading its shelves. Please come back in a moment."),
      503,
      {
        "retry-after": String(buildingSeconds),
        "x-robots-tag": "noindex",
        "cache-control": "no-store",
      },
    );
  return answerFeed(context, form, feed, caching);
}

async function settingOf({ settings, publicAddress }: Feeds, context: ArchiveContext): Promise<Setting> {
  return { address: siteAddress(context, publicAddress), page: await feedPage(settings) };
}
