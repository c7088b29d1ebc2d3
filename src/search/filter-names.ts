import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { Tag, TagKind } from "../tags/tags.ts";
import { listedFor } from "../works/visible-works.ts";
import type { WorkFilter } from "./work-filter.ts";

/** A row of one of the owner's lists; `retired` ones are no longer offered and still found. */
export type NamedRow = { id: string; name: string; retired: boolean };

/** What the ids of a filter and of its facets are called, as far as the person may know. */
export type FilterNames = {
  /** In the owner's order, retired ones among them. */
  kinds: TagKind[];
  ratings: NamedRow[];
  warnings: NamedRow[];
  categories: NamedRow[];
  tags: ReadonlyMap<string, Tag>;
  writers: ReadonlyMap<string, string>;
};

/** The tag ids a filter speaks of. */
export function tagIdsOf(filter: WorkFilter): string[] {
  return [...new Set([...filter.all, ...filter.any.flat(), ...filter.none])];
}

/** The pseud ids a filter speaks of. */
export function writerIdsOf(filter: WorkFilter): string[] {
  return [...new Set([...filter.writers, ...filter.notWriters])];
}

/**
 * Looks names up. A tag that stands on no work this person finds in lists has no name for them, exactly like one
 * that never was; the others are spelled as on a work they can see.
 */
export async function findFilterNames(
  reader: Reader,
  person: Person,
  tagIds: string[],
  writerIds: string[],
): Promise<FilterNames> {
  const [kinds, ratings, warnings, categories, tags, writers] = await Promise.all([
    reader
      .selectFrom("tag_kinds")
      .select(["id", "name", "plural"])
      .orderBy("position")
      .orderBy("id")
      .execute(),
    listRows(reader, "ratings"),
    listRows(reader, "warnings"),
    listRows(reader, "categories"),
    findVisibleTags(reader, person, tagIds),
    findWriters(reader, writerIds),
  ]);
  return { kinds, ratings, warnings, categories, tags, writers };
}

async function listRows(reader: Reader, list: "ratings" | "warnings" | "categories"): Promise<NamedRow[]> {
  const rows = await reader
    .selectFrom(list)
    .select(["id", "name", "retired"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, retired }) => ({ id, name, retired: retired !== 0 }));
}

async function findWriters(reader: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom("pseuds").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * The tags among `ids` that this person meets in lists: on a work of theirs to see, or as what a synonym or a tag
 * under it that they can see leads to.
 */
export async function findVisibleTags(
  reader: Reader,
  person: Person,
  ids: string[],
): Promise<Map<string, Tag>> {
  const found = new Map<string, Tag>();
  if (ids.length === 0) return found;
  const rows = await reader
    .selectFrom("tags")
    .select((tag) => [
      "tags.id",
      "tags.kind_id as kindId",
      "tags.name",
      // One work that spells it like the tag itself is mostly the first one looked at.
      tag
        .exists(
          tag
            .selectFrom("work_tags")
            .innerJoin("works", "works.id", "work_tags.work_id")
            .select("work_tags.work_id")
            .whereRef("work_tags.tag_id", "=", "tags.id")
            .whereRef("work_tags.typed_as", "=", "tags.name")
            .where(listedFor(person)),
        )
        .as("spelledSo"),
    ])
    .where("tags.id", "in", ids)
    .execute();
  for (const { id, kindId, name, spelledSo } of rows) {
    const spelling = spelledSo ? name : await anySpelling(reader, person, id, name);
    if (spelling !== undefined) found.set(id, { id, kindId, name: spelling });
  }
  return found;
}

/** As on some work that the person can see; or the tag's own name, where only its synonyms and the tags under it are. */
async function anySpelling(
  reader: Reader,
  person: Person,
  id: string,
  ownName: string,
): Promise<string | undefined> {
  const onWork = (tagIds: string[]) =>
    reader
      .selectFrom("work_tags")
      .innerJoin("works", "works.id", "work_tags.work_id")
      .select("work_tags.typed_as as name")
      .where("work_tags.tag_id", "in", tagIds)
      .where(listedFor(person))
      .limit(1)
      .executeTakeFirst();
  const borne = await onWork([id]);
  if (borne) return borne.name;
  const below = await tagsBelow(reader, [id]);
  return below.length > 0 && (await onWork(below)) ? ownName : undefined;
}

/** How deep under a tag a name is looked for. */
const deepest = 8;

async function tagsBelow(reader: Reader, ids: string[]): Promise<string[]> {
  const seen = new Set(ids);
  let level = ids;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const synonyms = await reader.selectFrom("tags").select("id").where("synonym_of", "in", level).execute();
    const children = await reader
      .selectFrom("tag_parents")
      .select("tag_id as id")
      .where("parent_id", "in", level)
      .execute();
    level = [...synonyms, ...children].map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return [...seen].filter((id) => !ids.includes(id));
}
