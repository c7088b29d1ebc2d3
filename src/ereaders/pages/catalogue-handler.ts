import { type Person, visitor } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { nameUuid } from "../../plumbing/feeds/name-uuid.ts";
import { limitTries } from "../../plumbing/http/limit-tries.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { BoundWorks } from "../../works/bound-works.ts";
import { seriesAsBook } from "../../works/series-as-book.ts";
import { mostWorksTogether } from "../../works/series-together.ts";
import { volumeAsked } from "../../works/volumes.ts";
import { listChapters } from "../../works/works.ts";
import { catalogueFeed } from "../catalogue-feeds.ts";
import { type CatalogueSources, notYet } from "../catalogue-sources.ts";
import { findDeviceByPassword, noteUse } from "../devices.ts";
import type { Door } from "../door.ts";
import { publicationsOf } from "../feed-frame.ts";
import {
  atomCatalogue,
  atomCatalogueType,
  openSearchDescription,
  openSearchType,
} from "../formats/atom-catalogue.ts";
import {
  jsonCatalogue,
  jsonCatalogueType,
  jsonPublication,
  jsonPublicationType,
} from "../formats/json-catalogue.ts";
import { markFetched, newChapters } from "../new-chapters.ts";
import { whenTaken } from "../when-taken.ts";

export type CatalogueParts = {
  database: Database;
  /** The archive's address without a slash at the end, or null for the one asked at. */
  publicAddress: string | null;
  sources: CatalogueSources;
  /** A picture every book has (OPDS 2.0, section 5.2 wants one). */
  picture: string;
};

/** Who came in by which door, and what they ask for behind it. */
type Entered = {
  person: Person;
  deviceId: string | null;
  version: "v1" | "v2";
  /** From the root of the archive, to where the catalogue stands in this form. */
  base: string;
  parts: string[];
};

/** Wrong passwords from one place in a quarter of an hour; nobody guesses one of a hundred bits. */
const wrongTries = { tries: 30, seconds: 900 };
/** Seconds after which a busy archive may be asked again. */
const busySeconds = 30;

/**
 * Catalogues for e-readers, in both forms: everybody's, a member's behind a password, a member's at a secret address.
 * No cookie is read: an e-reader has none, and what a browser has is no reason to show more.
 */
export function sendCatalogue(archive: CatalogueParts): ArchiveHandler {
  const wrong = limitTries(wrongTries.tries, wrongTries.seconds);
  return async (context) => {
    const entered = await enter(context, archive, () => wrong.spend(context.var.senderKey));
    if (entered instanceof Response) return entered;
    context.header("x-robots-tag", "noindex");
    const { person, deviceId, base, version, parts } = entered;
    const address = siteAddress(context, archive.publicAddress);
    const door: Door = {
      reader: archive.database.reading,
      sources: archive.sources,
      person,
      deviceId,
      page: context.var.page,
      address,
      base: address + base,
      picture: address + archive.picture,
    };
    const last = parts.at(-1) ?? "";
    if (last.endsWith(".epub")) return sendFile(context, archive, door, parts);
    if (parts.join("/") === "search.xml") {
      const { archiveName, t } = door.page;
      const about = t("Stories in {archive}", { archive: archiveName });
      const said = openSearchDescription(archiveName, about, `${door.base}/search?query={query}`);
      return context.body(said, 200, { "content-type": openSearchType });
    }
    if (version === "v2" && parts[0] === "works" && parts.length === 2 && looksLikeId(last)) {
      const [work] = await publicationsOf(door, await listed(door, last));
      if (!work) throw new NotFound();
      return context.body(jsonPublication(work), 200, { "content-type": jsonPublicationType });
    }
    const feed = await catalogueFeed(door, { parts, query: new URL(context.req.url).searchParams });
    if (feed === null) throw new NotFound();
    if (feed === notYet)
      return context.text(
        door.page.t("The archive is busy reading its shelves. Please come back in a moment."),
        503,
        { "retry-after": String(busySeconds), "cache-control": "no-store" },
      );
    return version === "v1"
      ? context.body(atomCatalogue(feed), 200, { "content-type": atomCatalogueType(feed) })
      : context.body(jsonCatalogue(feed), 200, { "content-type": jsonCatalogueType });
  };
}

async function enter(
  context: ArchiveContext,
  { database, publicAddress }: CatalogueParts,
  spendTry: () => Promise<void>,
): Promise<Entered | Response> {
  const path = new URL(context.req.url).pathname.slice(urls.catalogue("", "").length);
  const [door, ...rest] = path.split("/").map((part) => decoded(part));
  const key = door === "key" ? rest.shift() : undefined;
  const [version, ...parts] = rest;
  if (version !== "v1" && version !== "v2") throw new NotFound();
  if (door === "public")
    return { person: visitor, deviceId: null, version, base: urls.catalogue("public", version), parts };
  if (door !== "mine" && door !== "key") throw new NotFound();
  const password = key ?? passwordIn(context.req.header("authorization"));
  const device = password ? await findDeviceByPassword(database.reading, password) : undefined;
  if (!device) {
    if (password) await spendTry();
    if (key !== undefined) throw new NotFound();
    return askForPassword(context, publicAddress);
  }
  await noteUse((work) => database.write(work), device, Date.now());
  const place = key === undefined ? "mine" : `key/${key}`;
  return {
    person: device.member,
    deviceId: device.id,
    version,
    base: urls.catalogue(place, version),
    parts,
  };
}

/** The password of HTTP Basic (RFC 7617, section 2); whatever the name before it is. */
function passwordIn(header: string | undefined): string | undefined {
  const encoded = /^basic +([A-Za-z0-9+/=]{1,2000})$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const said = Buffer.from(encoded, "base64").toString("utf8");
  return said.includes(":") ? said.slice(said.indexOf(":") + 1) : undefined;
}

/** Asks as HTTP does, and as readers of OPDS understand it (Authentication for OPDS 1.0, section 2). */
function askForPassword(context: ArchiveContext, publicAddress: string | null): Response {
  const { t, archiveName } = context.var.page;
  const address = siteAddress(context, publicAddress);
  const said = {
    id: nameUuid("catalogue/authentication"),
    title: archiveName,
    description: t("Use the password you made for this device in your account; any name will do."),
    links: [{ rel: "alternate", href: address + urls.devices(), type: "text/html" }],
    authentication: [
      { type: "http://opds-spec.org/auth/basic", labels: { login: t("Name"), password: t("Password") } },
    ],
  };
  return context.body(JSON.stringify(said), 401, {
    "content-type": "application/opds-authentication+json",
    "www-authenticate": 'Basic realm="Pressie", charset="UTF-8"',
  });
}

/** A file, and a note of what this device has then. */
async function sendFile(
  context: ArchiveContext,
  { database, sources }: CatalogueParts,
  door: Door,
  parts: string[],
): Promise<Response> {
  const { person, deviceId } = door;
  const [kind, id = "", file] = parts;
  const volume = volumeAsked(context.req.query("volume"));
  const fetched = async (given: { workId: string; chapterIds: string[] }[]) => {
    if (deviceId !== null) await database.write((writer) => markFetched(writer, deviceId, given, Date.now()));
  };
  const book = async (bound: BoundWorks | undefined) => {
    if (!bound) throw new NotFound();
    return sources.sendBook(context, person, bound, fetched);
  };
  if (kind === "works" && parts.length === 2) {
    const workId = id.slice(0, -".epub".length);
    if (!looksLikeId(workId)) throw new NotFound();
    const answer = await sources.sendWork(context, person, workId);
    if (deviceId === null || answer.status !== 200) return answer;
    const chapters = await listChapters(database.reading, { id: workId, mine: false });
    return whenTaken(answer, () => fetched([{ workId, chapterIds: chapters.map((one) => one.id) }]));
  }
  if (parts.length !== 3 || !looksLikeId(id)) throw new NotFound();
  if (kind === "series" && file === "book.epub")
    return book(await seriesAsBook(database.reading, person, id, volume));
  if (kind !== "shelves") throw new NotFound();
  if (file === "book.epub") return book(await sources.shelfBook(person, id, volume));
  if (file !== "new.epub" || deviceId === null) throw new NotFound();
  return book(await newOnShelf(door, deviceId, id));
}

/** What of a shelf this device has not fetched: chapters, and works that are new to it from their beginning. */
async function newOnShelf(door: Door, deviceId: string, shelfId: string): Promise<BoundWorks | undefined> {
  const { sources, person, reader, page } = door;
  const found = await sources.findShelf(person, shelfId);
  const whole = await sources.shelfBook(person, shelfId, 1);
  if (!found || !whole) return undefined;
  const fresh = await newChapters(reader, deviceId, found.workIds);
  const notes = new Map(whole.works.map(({ workId, note }) => [workId, note]));
  // What does not fit into one book is still new the next time.
  const works = [...fresh]
    .slice(0, mostWorksTogether)
    .map(([workId, chapterIds]) => ({ workId, note: notes.get(workId) ?? "", chapterIds }));
  if (works.length === 0) return undefined;
  return {
    ...whole,
    title: page.t("{name}: new since last time", { name: found.name }),
    // Another book each time: what was fetched before is not replaced by it.
    path: `${urls.shelf(shelfId)}#new-${Date.now()}`,
    changedAt: Date.now(),
    works,
  };
}

async function listed(door: Door, workId: string): Promise<string[]> {
  const found = await door.sources.findListed(door.person, workId);
  return found ? [workId] : [];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
