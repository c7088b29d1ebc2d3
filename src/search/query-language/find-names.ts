import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Tag } from "../../tags/tags.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { recipientId } from "../../works/recipient-id.ts";
import { listedFor } from "../../works/visible-works.ts";
import { findRecipients } from "../names-by-id.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { spellingDistance, withoutAccents } from "./spelling-distance.ts";

/** Names compared at most when somebody misspelled one; an archive of 200,000 tags must not be read through. */
const mostCompared = 3_000;
const mostOffered = 3;
const mostListed = 8;
/** Titles are looked through from the newest work on. */
const newestWorks = 20_000;

/**
 * Tags of exactly this name that the person may meet, synonyms as what they stand for; a name the owner made short
 * ("BtVS") as what it is short for.
 *
 * @param kindId of one kind, or null for any
 */
export async function findTagsNamed(
  reader: Reader,
  person: Person,
  name: string,
  kindId: string | null,
): Promise<Tag[]> {
  const known = await tagsOfKeys(reader, person, [keyOf(name)], kindId);
  if (known.length > 0) return known;
  const short = await reader
    .selectFrom("abbreviations")
    .select(["kind_id as kindId", "name"])
    .where("retired", "=", 0)
    .where("abbreviation", "in", [withoutNul(name), withoutNul(name).toUpperCase()])
    .$if(kindId !== null, (query) => query.where("kind_id", "=", kindId ?? ""))
    .execute();
  const keys = short.map((meant) => keyOf(meant.name));
  return keys.length === 0 ? [] : tagsOfKeys(reader, person, keys, short[0]?.kindId ?? kindId);
}

async function tagsOfKeys(
  reader: Reader,
  person: Person,
  keys: string[],
  kindId: string | null,
): Promise<Tag[]> {
  const rows = await reader
    .selectFrom("tags")
    .select(["id", "synonym_of as synonymOf"])
    .where("name_key", "in", keys)
    .$if(kindId !== null, (query) => query.where("kind_id", "=", kindId ?? ""))
    .execute();
  const visible = await findVisibleTags(reader, person, [
    ...new Set(rows.map(({ id, synonymOf }) => synonymOf ?? id)),
  ]);
  return [...visible.values()];
}

/** Names a misspelled one may have meant, the nearest first. */
export async function findTagsLike(
  reader: Reader,
  person: Person,
  name: string,
  kindId: string | null,
): Promise<Tag[]> {
  const key = keyOf(name);
  const letters = [...key];
  if (letters.length < 2) return [];
  const rows = await reader
    .selectFrom("tags")
    .select(["id", "name_key as key"])
    .where((tag) =>
      tag.or([
        tag("name_key", "like", `${escaped(letters.slice(0, 2).join(""))}%`),
        tag("name_key", "like", `%${escaped(letters.slice(-3).join(""))}`),
        tag("name_key", "like", `%${escaped(key)}%`),
      ]),
    )
    .$if(kindId !== null, (query) => query.where("kind_id", "=", kindId ?? ""))
    .limit(mostCompared)
    .execute();
  const plain = withoutAccents(key);
  const most = Math.max(1, Math.floor(letters.length / 4));
  const near = rows
    .map((row) => ({ id: row.id, distance: distanceOf(withoutAccents(row.key), plain, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostOffered * 2);
  const visible = await findVisibleTags(
    reader,
    person,
    near.map(({ id }) => id),
  );
  return near.flatMap(({ id }) => visible.get(id) ?? []).slice(0, mostOffered);
}

/** A name that only has more words to it is nearer than one that is spelled otherwise. */
function distanceOf(known: string, typed: string, most: number): number {
  return known.includes(typed) ? 0.5 : spellingDistance(known, typed, most);
}

/** What words without a kind may be about: names that have them, and titles. */
export type FoundNames = {
  tags: Tag[];
  writers: { id: string; name: string }[];
  works: { id: string; title: string }[];
};

/** Tags, writers and titles with these words in their names, as far as the person may see them; a few of each. */
export async function findNamesWith(reader: Reader, person: Person, words: string): Promise<FoundNames> {
  const pattern = `%${escaped(keyOf(words))}%`;
  const [tags, writers, works] = await Promise.all([
    reader
      .selectFrom("tags")
      .select("id")
      .where("name_key", "like", pattern)
      .where("synonym_of", "is", null)
      .limit(mostListed * 3)
      .execute(),
    reader
      .selectFrom("pseuds")
      .select(["id", "name"])
      .where("name_key", "like", pattern)
      .orderBy("name_key")
      .limit(mostListed)
      .execute(),
    reader
      .selectFrom(
        reader
          .selectFrom("works")
          .select(["works.id", "works.title", "works.revised_at"])
          .where(listedFor(person))
          .orderBy("works.revised_at", "desc")
          .limit(newestWorks)
          .as("newest"),
      )
      .select(["newest.id", "newest.title"])
      .where((work) => work(work.fn<string>("lower", ["newest.title"]), "like", pattern))
      .orderBy("newest.revised_at", "desc")
      .limit(mostListed)
      .execute(),
  ]);
  const visible = await findVisibleTags(
    reader,
    person,
    tags.map(({ id }) => id),
  );
  return { tags: [...visible.values()].slice(0, mostListed), writers, works };
}

/** Writers of exactly this name, or failing that those whose names have it in them. */
export async function findWritersNamed(
  reader: Reader,
  name: string,
): Promise<{ exact: { id: string; name: string } | null; near: string[] }> {
  const key = keyOf(name);
  const exact = await reader
    .selectFrom("pseuds")
    .select(["id", "name"])
    .where("name_key", "=", key)
    .executeTakeFirst();
  if (exact) return { exact, near: [] };
  const letters = [...key];
  const rows = await reader
    .selectFrom("pseuds")
    .select(["name", "name_key as key"])
    .where("name_key", "like", `${escaped(letters.slice(0, 2).join(""))}%`)
    .limit(mostCompared)
    .execute();
  const most = Math.max(1, Math.floor(letters.length / 4));
  const near = rows
    .map((row) => ({
      name: row.name,
      distance: distanceOf(withoutAccents(row.key), withoutAccents(key), most),
    }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance);
  return { exact: null, near: near.slice(0, mostOffered).map(({ name }) => name) };
}

/** Recipients of exactly this name that a work in the person's lists is a gift to, or names like it. */
export async function findRecipientsNamed(
  reader: Reader,
  person: Person,
  name: string,
): Promise<{ ids: string[]; near: string[] }> {
  const pseud = await reader
    .selectFrom("pseuds")
    .select("id")
    .where("name_key", "=", keyOf(name))
    .executeTakeFirst();
  const exact = [recipientId(null, withoutNul(name)), ...(pseud ? [pseud.id] : [])];
  const known = await findRecipients(reader, person, exact);
  if (known.size > 0) return { ids: [...known.keys()], near: [] };
  const rows = await reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .leftJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select(({ fn }) => fn.coalesce("pseuds.name", "work_gifts.name").as("name"))
    .distinct()
    .where(listedFor(person))
    .limit(mostCompared)
    .execute();
  return {
    ids: [],
    near: nearest(
      rows.map((row) => row.name),
      name,
    ),
  };
}

/** Series of exactly this name with a work in the person's lists, or names like it. */
export async function findSeriesNamed(
  reader: Reader,
  person: Person,
  name: string,
): Promise<{ ids: string[]; near: string[] }> {
  const rows = await reader
    .selectFrom("series")
    .innerJoin("series_works", "series_works.series_id", "series.id")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["series.id", "series.title", "series.updated_at"])
    .distinct()
    .where(listedFor(person))
    .orderBy("series.updated_at", "desc")
    .limit(mostCompared)
    .execute();
  const key = keyOf(name);
  const exact = rows.filter(({ title }) => foldName(title) === key).map(({ id }) => id);
  return {
    ids: exact,
    near:
      exact.length > 0
        ? []
        : nearest(
            rows.map(({ title }) => title),
            name,
          ),
  };
}

/** The few names most like one that was typed. */
function nearest(names: readonly string[], typed: string): string[] {
  const plain = withoutAccents(keyOf(typed));
  if (plain === "") return [];
  const most = Math.max(1, Math.floor([...plain].length / 4));
  return names
    .map((name) => ({ name, distance: distanceOf(withoutAccents(foldName(name)), plain, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}

/** PostgreSQL refuses text with a NUL in it, which nobody types and any address may hold. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}

function keyOf(name: string): string {
  return foldName(withoutNul(name));
}

/**
 * Both engines take `%` and `_` for any text; without an escape sign that both know, they and the backslash are
 * read as "any one letter", which finds a little too much and nothing wrong.
 */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "_");
}
