import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { pictureMediaType, pictureName } from "../story-text/kept-pictures.ts";
import { urls } from "../vocabulary/urls.ts";
import { listedFor, openFor } from "./visible-works.ts";
import "./sql/pictures-tables.ts";
import "./sql/works-tables.ts";
import { writtenBy } from "./who-may-change.ts";

/** A picture somebody may see. */
export type Picture = {
  name: string;
  mediaType: string;
  width: number;
  height: number;
  /** Whether it stands in a work that is listed for everyone. */
  isPublic: boolean;
  /** Whether search engines may list it, and makers of AI take it: as the most open of the works it stands in says. */
  searchEngines: boolean;
  aiCrawlers: boolean;
};

/** Where a picture's bytes lie in the file store. */
export function pictureKey(name: string): string {
  return `pictures/${name.slice(0, 2)}/${name}`;
}

/**
 * A picture, if it exists for this person: whoever brought it in may always see it, everybody else where it stands
 * in a chapter that they may read and one of whose writers brought it in. Naming a picture in a story of one's own, from
 * a hash of a file one has, therefore tells nothing of what others have brought in.
 */
export async function findPicture(
  reader: Reader | Writer,
  person: Person,
  name: string,
): Promise<Picture | undefined> {
  if (pictureName(urls.picture(name)) === null) return undefined;
  const row = await reader
    .selectFrom("pictures")
    .select(["name", "width", "height"])
    .where("name", "=", name)
    .executeTakeFirst();
  if (!row) return undefined;
  const found = { ...row, mediaType: pictureMediaType(name) };
  const forAll = await standsIn(reader, listedFor({ kind: "visitor" }), name);
  if (forAll) return { ...found, isPublic: true, ...forAll };
  const mine = await isKeptBy(reader, person, name);
  const inOpen = await standsIn(reader, openFor(person), name);
  if (!mine && !inOpen) return undefined;
  return { ...found, isPublic: false, searchEngines: false, aiCrawlers: inOpen?.aiCrawlers ?? false };
}

/** What such works say to robots, if a published chapter of any shows the picture. */
async function standsIn(
  reader: Reader | Writer,
  works: ReturnType<typeof openFor>,
  name: string,
): Promise<Pick<Picture, "searchEngines" | "aiCrawlers"> | undefined> {
  const row = await reader
    .selectFrom("works")
    .innerJoin("chapters", "chapters.work_id", "works.id")
    .innerJoin("chapter_pictures", "chapter_pictures.chapter_id", "chapters.id")
    .innerJoin("picture_keepers", "picture_keepers.name", "chapter_pictures.name")
    .select(({ fn }) => [
      fn.max<number | null>("works.search_engines").as("searchEngines"),
      fn.max<number | null>("works.ai_crawlers").as("aiCrawlers"),
    ])
    .where("chapter_pictures.name", "=", name)
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .where(works)
    .where((row) => writtenBy(row, row.ref("picture_keepers.account_id")))
    .executeTakeFirstOrThrow();
  if (row.searchEngines === null) return undefined;
  return { searchEngines: row.searchEngines === 1, aiCrawlers: row.aiCrawlers === 1 };
}

async function isKeptBy(reader: Reader | Writer, person: Person, name: string): Promise<boolean> {
  if (person.kind === "visitor") return false;
  const row = await reader
    .selectFrom("picture_keepers")
    .select("name")
    .where("name", "=", name)
    .where("account_id", "=", person.accountId)
    .executeTakeFirst();
  return row !== undefined;
}
