import { accountIdOf, type Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Tag } from "../../tags/tags.ts";
import { hiddenFrom, quietWriters } from "../../works/hidden-from.ts";
import { listedFor } from "../../works/visible-works.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { escaped, keyOf, withoutNul } from "./name-key.ts";
import { distanceOf, mostLetters, mostOffered, nearest } from "./nearest.ts";
import { withoutAccents } from "./spelling-distance.ts";

/** Names compared at most when somebody misspelled one; an archive of 200,000 tags must not be read through. */
const mostCompared = 3_000;
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
  const most = mostLetters(key);
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

/** What words without a kind may be about: names that have them, and titles. */
export type FoundNames = {
  tags: Tag[];
  writers: { id: string; name: string }[];
  works: { id: string; title: string }[];
};

/** So many more are looked up than are told, for whoever's rules leave some of them out. */
const mostFound = mostListed * 3;

/**
 * Tags, writers and titles with these words in their names, as far as the person may see them and their own rules let them
 * be met; a few of each.
 */
export async function findNamesWith(reader: Reader, person: Person, words: string): Promise<FoundNames> {
  const pattern = `%${escaped(keyOf(words))}%`;
  const [tags, writers, works] = await Promise.all([
    reader
      .selectFrom("tags")
      .select("id")
      .where("name_key", "like", pattern)
      .where("synonym_of", "is", null)
      .limit(mostFound)
      .execute(),
    reader
      .selectFrom("pseuds")
      .select(["id", "name"])
      .where("name_key", "like", pattern)
      .orderBy("name_key")
      .limit(mostFound)
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
      .limit(mostFound)
      .execute(),
  ]);
  const visible = await findVisibleTags(
    reader,
    person,
    tags.map(({ id }) => id),
  );
  const accountId = accountIdOf(person);
  const [quiet, leftOut] = await Promise.all([
    hiddenFrom(
      reader,
      accountId,
      works.map(({ id }) => id),
    ),
    quietWriters(reader, accountId),
  ]);
  return {
    tags: [...visible.values()].slice(0, mostListed),
    writers: writers.filter(({ id }) => !leftOut.has(id)).slice(0, mostListed),
    works: works.filter(({ id }) => !quiet.has(id)).slice(0, mostListed),
  };
}

/** The writer of exactly this name. */
export async function findWriterNamed(
  reader: Reader,
  name: string,
): Promise<{ id: string; name: string } | null> {
  const exact = await reader
    .selectFrom("pseuds")
    .select(["id", "name"])
    .where("name_key", "=", keyOf(name))
    .executeTakeFirst();
  return exact ?? null;
}

/** Writers whose names are like one that nobody has, the nearest first. */
export async function findWritersLike(reader: Reader, name: string): Promise<string[]> {
  const letters = [...keyOf(name)];
  const rows = await reader
    .selectFrom("pseuds")
    .select("name")
    .where("name_key", "like", `${escaped(letters.slice(0, 2).join(""))}%`)
    .limit(mostCompared)
    .execute();
  return nearest(
    rows.map((row) => row.name),
    name,
  );
}
