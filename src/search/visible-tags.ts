import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { Tag } from "../tags/tags.ts";
import { listedFor } from "../works/visible-works.ts";

/**
 * The tags among `ids` that exist for this person. A canonical tag does for everybody, under its own name. Any other
 * must stand on a work of their lists, or be what a synonym or a tag under it leads to that does.
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
      "tags.canonical",
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
  for (const { id, kindId, name, canonical, spelledSo } of rows) {
    const spelling = canonical || spelledSo ? name : await anySpelling(reader, person, id, name);
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
