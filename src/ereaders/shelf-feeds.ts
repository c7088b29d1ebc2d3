import { urls } from "../vocabulary/urls.ts";
import type { CatalogueFeed, NavigationEntry, Publication } from "./catalogue.ts";
import type { Door } from "./door.ts";
import { type Asked, bookOf, feed, navigation, pageAsked, pageOfWorks } from "./feed-frame.ts";
import { newChapters } from "./new-chapters.ts";
import { listSentShelves } from "./sent-shelves.ts";

/** The shelves that were sent to this device, each with what is new on it. */
export async function sentToDevice(door: Door): Promise<NavigationEntry[]> {
  if (door.deviceId === null) return [];
  const { t } = door.page;
  const entries: NavigationEntry[] = [];
  for (const id of await listSentShelves(door.reader, door.deviceId)) {
    const found = await door.sources.findShelf(door.person, id);
    if (!found) continue;
    const fresh = await newChapters(door.reader, door.deviceId, found.workIds);
    const title = t("{name}: new since last time", { name: found.name });
    const about = t("{count, plural, =0 {nothing new} one {# story} other {# stories}}", {
      count: fresh.size,
    });
    entries.push(navigation(door, `shelves/${id}/new`, "acquisition", title, about, fresh.size));
  }
  return entries;
}

/** A member’s own shelves; nobody without a device has any here. */
export async function shelves(door: Door): Promise<CatalogueFeed | null> {
  if (door.deviceId === null) return null;
  const { t } = door.page;
  const own = await door.sources.listShelves(door.person);
  const entries = own.map(({ id, name, works }) =>
    navigation(
      door,
      `shelves/${id}`,
      "acquisition",
      name,
      t("{count, plural, one {# work} other {# works}}", { count: works }),
      works,
    ),
  );
  return feed(door, "shelves", t("My shelves"), { kind: "navigation", entries });
}

/** The works on a shelf, and before them all of it as one book, and what is new on it for this device. */
export async function shelf(door: Door, asked: Asked, id: string): Promise<CatalogueFeed | null> {
  const found = await door.sources.findShelf(door.person, id);
  if (!found) return null;
  const path = `shelves/${id}`;
  const made = await pageOfWorks(door, asked, path, found.name, found.workIds);
  if (pageAsked(asked) > 1 || found.workIds.length === 0 || made.content.kind === "navigation") return made;
  const { t } = door.page;
  const books = [
    bookOf(
      door,
      urls.shelf(id),
      `${path}/book.epub`,
      t("{name}, as one book", { name: found.name }),
      found.updatedAt,
    ),
  ];
  if (door.deviceId !== null) books.push(...(await newBook(door, id, found)));
  return {
    ...made,
    content: { kind: "acquisition", publications: [...books, ...made.content.publications] },
  };
}

/** What is new on a shelf for this device: one book of it, and the works it is from. */
export async function newOnShelf(door: Door, id: string): Promise<CatalogueFeed | null> {
  if (door.deviceId === null) return null;
  const found = await door.sources.findShelf(door.person, id);
  if (!found) return null;
  const title = door.page.t("{name}: new since last time", { name: found.name });
  return feed(door, `shelves/${id}/new`, title, {
    kind: "acquisition",
    publications: await newBook(door, id, found),
  });
}

/** What of some works this device has not fetched, as one book; nothing where it has all. */
async function newBook(
  door: Door,
  id: string,
  { name, workIds }: { name: string; workIds: string[] },
): Promise<Publication[]> {
  const { t } = door.page;
  const fresh = await newChapters(door.reader, door.deviceId ?? "", workIds);
  if (fresh.size === 0) return [];
  const chapters = [...fresh.values()].reduce((sum, { size }) => sum + size, 0);
  const book = bookOf(
    door,
    urls.shelf(id),
    `shelves/${id}/new.epub`,
    t("{name}: new since last time", { name }),
    Date.now(),
  );
  const said = t(
    "{chapters, plural, one {# chapter} other {# chapters}} of {works, plural, one {# story} other {# stories}} that this device has not fetched.",
    { chapters, works: fresh.size },
  );
  return [{ ...book, summaryText: said }];
}
