import { type Person, visitor } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { answerFeed, type FeedForm, forEverybody, forItsOwner } from "../../../plumbing/feeds/answer-feed.ts";
import type { AtomEntry, AtomFeed } from "../../../plumbing/feeds/atom-document.ts";
import { nameUuid } from "../../../plumbing/feeds/name-uuid.ts";
import { siteAddress } from "../../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { feedPage } from "../../../ui/feed-page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { entryOfWork } from "../../../works/feed-entry.tsx";
import { fillCards } from "../../../works/work-cards.ts";
import type { Shelf } from "../../shelf.ts";
import { findShelf, findShelfOfFeed, readableOnShelf } from "../../shelves.ts";

type Parts = {
  database: Database;
  settings: SettingsKeeper;
  /** The archive's address without a slash at the end, or null for the one asked at. */
  publicAddress: string | null;
};

/** As many as are put on a shelf between two looks of a feed reader, and some more. */
const mostEntries = 30;

/** What was last put on a shelf, as a visitor sees it, whoever asks. */
export function sendShelfFeed(parts: Parts, form: FeedForm): ArchiveHandler {
  return async (context) => {
    const shelf = await findShelf(parts.database.reading, visitor, context.req.param("shelfId") ?? "");
    if (!shelf) return notThere(context, parts);
    const at = { self: urls.shelfFeed(shelf.id), selfAsJson: urls.shelfJsonFeed(shelf.id) };
    return answer(context, parts, form, visitor, shelf, at, forEverybody);
  };
}

/** The same as its keeper sees it, for whoever knows the key. */
export function sendOwnShelfFeed(parts: Parts, form: FeedForm): ArchiveHandler {
  return async (context) => {
    const key = context.req.param("feedKey") ?? "";
    const found = await findShelfOfFeed(parts.database.reading, key);
    if (!found) return notThere(context, parts);
    const at = { self: urls.ownShelfFeed(key), selfAsJson: urls.ownShelfJsonFeed(key) };
    return answer(context, parts, form, found.keeper, found.shelf, at, forItsOwner);
  };
}

async function notThere(context: ArchiveContext, { settings }: Parts): Promise<Response> {
  const { t } = await feedPage(settings);
  return context.text(t("Nothing is here"), 404, { "cache-control": "no-store" });
}

async function answer(
  context: ArchiveContext,
  { database, settings, publicAddress }: Parts,
  form: FeedForm,
  person: Person,
  shelf: Shelf,
  at: { self: string; selfAsJson: string },
  caching: string,
): Promise<Response> {
  const page = await feedPage(settings);
  const address = siteAddress(context, publicAddress);
  const standing = await readableOnShelf(database.reading, person, shelf);
  const last = standing.toSorted((one, other) => other.addedAt - one.addedAt).slice(0, mostEntries);
  const cards = await fillCards(
    database.reading,
    person,
    last.map(({ workId }) => workId),
  );
  const placed = new Map(last.map((one) => [one.workId, one]));
  const entries = cards.map((card): AtomEntry => {
    const { note, addedAt } = placed.get(card.id) ?? { note: "", addedAt: 0 };
    const entry = entryOfWork(page, address, card);
    return {
      ...entry,
      // Of this work on this shelf: on another it is another entry.
      id: nameUuid(`shelves/${shelf.id}/works/${card.id}`),
      published: addedAt,
      updated: addedAt,
      summaryHtml: note + entry.summaryHtml,
    };
  });
  const feed: AtomFeed = {
    id: nameUuid(`shelves/${shelf.id}`),
    title: `${shelf.name} · ${page.archiveName}`,
    subtitle: shelf.keeper === null ? null : page.t("kept by {name}", { name: shelf.keeper.name }),
    updated: Math.max(0, ...entries.map(({ updated }) => updated)),
    author: page.archiveName,
    self: address + at.self,
    selfAsJson: address + at.selfAsJson,
    alternate: address + urls.shelf(shelf.id),
    language: page.locale,
    entries,
  };
  return answerFeed(context, form, feed, caching);
}
