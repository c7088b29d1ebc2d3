import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { findNamed } from "./find-named.ts";
import { tagsListedFor } from "./listed-tags.ts";
import type { CataloguedTag, TagCatalogue } from "./tag-catalogue.ts";

/** The room a wrangler works in. */
export type Desk = { reader: Reader; catalogue: TagCatalogue; person: Person };

/** Tags by id, as far as they exist for a wrangler. @throws NotFound when one does not */
export async function knownTags(desk: Desk, ids: readonly string[]): Promise<CataloguedTag[]> {
  const tags = ids.map((id) => desk.catalogue.get(id)).filter((tag) => tag !== undefined);
  const doubtful = tags.filter((tag) => !tag.canonical && tag.synonymOf === null);
  const listed = await tagsListedFor(
    desk.reader,
    desk.person,
    doubtful.map(({ id }) => id),
  );
  if (tags.length < ids.length || doubtful.some(({ id }) => !listed.has(id))) throw new NotFound();
  return tags;
}

/** The tag of a kind by its exact name, if it exists for the wrangler. */
export async function knownTagNamed(
  desk: Desk,
  kindId: string,
  name: string,
): Promise<CataloguedTag | undefined> {
  const tag = findNamed(desk.catalogue, kindId, foldName(name));
  if (!tag) return undefined;
  try {
    await knownTags(desk, [tag.id]);
    return tag;
  } catch (cause) {
    if (cause instanceof NotFound) return undefined;
    throw cause;
  }
}
