import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Tag } from "../../tags/tags.ts";
import { inOrderOfNames } from "../letters.ts";
import { findVisibleTags } from "../visible-tags.ts";

/** Of a tag with hundreds of others about it, a page names so many of each sort. */
const mostNamed = 60;

/** What a tag is called elsewhere, what it belongs under, what is under it, and the media it is of. */
export type TagSurroundings = {
  synonyms: Tag[];
  parents: Tag[];
  children: Tag[];
  media: { id: string; name: string }[];
};

/** Only what exists for this person: other names of a tag stand on works, and may stand on hidden ones alone. */
export async function findSurroundings(
  reader: Reader,
  person: Person,
  tagId: string,
  locale: string,
): Promise<TagSurroundings> {
  const tags = reader.selectFrom("tags").select("tags.id").orderBy("tags.name_key").limit(mostNamed);
  const [synonyms, parents, children, media] = await Promise.all([
    tags.where("synonym_of", "=", tagId).execute(),
    tags
      .innerJoin("tag_parents", "tag_parents.parent_id", "tags.id")
      .where("tag_parents.tag_id", "=", tagId)
      .execute(),
    tags
      .innerJoin("tag_parents", "tag_parents.tag_id", "tags.id")
      .where("tag_parents.parent_id", "=", tagId)
      .execute(),
    reader
      .selectFrom("media")
      .innerJoin("tag_media", "tag_media.medium_id", "media.id")
      .select(["media.id", "media.name"])
      .where("tag_media.tag_id", "=", tagId)
      .orderBy("media.position")
      .execute(),
  ]);
  const ids = [synonyms, parents, children].flat().map(({ id }) => id);
  const visible = await findVisibleTags(reader, person, [...new Set(ids)]);
  const named = (rows: { id: string }[]) =>
    inOrderOfNames(
      rows.flatMap(({ id }) => visible.get(id) ?? []),
      locale,
    );
  return { synonyms: named(synonyms), parents: named(parents), children: named(children), media };
}
