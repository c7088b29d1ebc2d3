import { createHash } from "node:crypto";
import type { Person } from "../../people/person.ts";
import { visitor } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import type { Page } from "../../ui/page.ts";
import { createTranslate, directionOf, negotiateLocale } from "../../ui/translation.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addressSentence } from "../address-sentence.ts";
import { atomDocument, atomMediaType } from "../feeds/atom-document.ts";
import { nameUuid } from "../feeds/name-uuid.ts";
import { asFeed, worksFeed } from "../feeds/works-feed.ts";
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

/** The one answer to whoever asks: caches may give it for so many seconds. */
const forEverybody = "public, max-age=300";
/** Whoever keeps it asks each time whether it still holds. */
const forItsOwner = "private, no-cache";

/**
 * The newest works of any filter as a visitor sees them, whoever asks: no cookie is read, in the archive's own language.
 * What means nothing here is passed over, as feed readers add parts of their own; what cannot be read is refused, for the
 * rest would find too much.
 */
export function sendWorksFeed(feeds: Feeds): ArchiveHandler {
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
    return answer(context, feeds, setting, visitor, told, forEverybody, {
      id: nameUuid(self),
      self,
      name: null,
      notBefore: 0,
    });
  };
}

/** A kept filter's newest works as its owner sees them, for whoever knows the key. */
export function sendSavedFilterFeed(feeds: Feeds): ArchiveHandler {
  return async (context) => {
    const setting = await settingOf(feeds, context);
    const { page, address } = setting;
    const { reading } = feeds.database;
    const kept = await findFilterOfFeed(reading, context.req.param("feedKey") ?? "");
    context.header("cache-control", forItsOwner);
    if (!kept) return context.text(page.t("Nothing is here"), 404);
    const { saved, owner } = kept;
    const told = await tellQuery(reading, owner, saved.query);
    return answer(context, feeds, setting, owner, told, forItsOwner, {
      // By what stays when the key is changed.
      id: nameUuid(address + urls.savedFilter(saved.id)),
      self: address + urls.savedFilterFeed(saved.feedKey),
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
  setting: Setting,
  person: Person,
  told: ToldFilter,
  caching: string,
  named: { id: string; self: string; name: string | null; notBefore: number },
): Promise<Response> {
  const feed = await worksFeed(
    { reading: database.reading, finder, textSearch },
    person,
    setting,
    told,
    named,
  );
  context.header("x-robots-tag", "noindex");
  if (feed === null)
    return context.text(
      setting.page.t("The archive is busy reading its shelves. Please come back in a moment."),
      503,
      {
        "retry-after": String(buildingSeconds),
        "cache-control": "no-store",
      },
    );
  const body = atomDocument(feed);
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  context.header("cache-control", caching);
  context.header("etag", tag);
  if (isKnown(context.req.header("if-none-match"), tag)) return context.body(null, 304);
  return context.body(body, 200, { "content-type": atomMediaType });
}

/** Whether If-None-Match names the tag (RFC 9110, section 13.1.2: weakly compared). */
function isKnown(header: string | undefined, tag: string): boolean {
  return (header ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === tag || one === "*");
}

/** A feed is the same for all its readers: in the archive's own language, whatever a feed reader prefers. */
async function settingOf({ settings, publicAddress }: Feeds, context: ArchiveContext): Promise<Setting> {
  const { archiveName, language } = await settings.current();
  const locale = negotiateLocale(language);
  return {
    address: publicAddress ?? new URL(context.req.url).origin,
    page: {
      t: createTranslate(locale),
      locale,
      direction: directionOf(locale),
      archiveName,
      path: "",
      assets: {
        css: "",
        roomsCss: "",
        script: "",
        suggest: "",
        autosave: "",
        order: "",
        editor: { css: "", script: "" },
      },
      person: { signedIn: false, name: null, isOwner: false, isModerator: false },
      said: null,
    },
  };
}
