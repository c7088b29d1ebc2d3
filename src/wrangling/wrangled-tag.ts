import { readTagBook } from "../tags/read-tag-book.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { type Desk, knownTags } from "./known-tags.ts";
import { type TagUse, tagsListedFor, usesOfTags } from "./listed-tags.ts";
import { companyOf } from "./stand-together.ts";
import { type Suggestion, suggestMeanings } from "./suggest-meanings.ts";
import type { CataloguedTag } from "./tag-catalogue.ts";
import { type LoggedBatch, listWranglings } from "./wrangling-log.ts";

/** A tag named on another's page. */
export type NamedTag = { id: string; name: string };

/** A tag with all that is decided about it. */
export type WrangledTag = {
  tag: CataloguedTag;
  /** Canonical as named, any other as it stands on a work. */
  name: string;
  use: TagUse | null;
  synonymOf: NamedTag | null;
  synonyms: NamedTag[];
  parents: NamedTag[];
  children: NamedTag[];
  /** Ids of media. */
  media: string[];
  suggestions: Suggestion[];
  history: LoggedBatch[];
};

/** The most of a list that is shown, and of the history. */
export const mostShown = 200;
const mostHistory = 30;

/** One tag for its page on the desk. @throws NotFound when it does not exist for the wrangler */
export async function findWrangledTag(desk: Desk, id: string): Promise<WrangledTag> {
  const { reader, catalogue, person } = desk;
  const [known] = await knownTags(desk, [id]);
  if (!known) throw new NotFound();
  // The book says how it stands this moment; the catalogue only what it is called.
  const book = await readTagBook(reader, [id]);
  const standing = book.get(id);
  const named = (ids: readonly string[]): NamedTag[] =>
    ids
      .flatMap((one) => book.find(one) ?? [])
      .map(({ id: other, name }) => ({ id: other, name }))
      .sort((one, other) => one.name.localeCompare(other.name));
  const children = book.childrenOf(id);
  const doubtful = children.filter((child) => !book.get(child).canonical);
  const listed = await tagsListedFor(reader, person, doubtful);
  const use = (await usesOfTags(reader, person, [id])).get(id) ?? null;
  const isDecided = standing.canonical || standing.synonymOf !== null;
  const company = isDecided ? new Map() : await companyOf(reader, person, [known]);
  const suggestions = isDecided ? null : await suggestMeanings(reader, catalogue, person, [known], company);
  return {
    tag: known,
    name: isDecided ? standing.name : (use?.name ?? standing.name),
    use,
    synonymOf: standing.synonymOf === null ? null : (named([standing.synonymOf])[0] ?? null),
    synonyms: named(book.synonymsOf(id)),
    parents: named([...standing.parents]),
    children: named(children.filter((child) => book.get(child).canonical || listed.has(child))),
    media: [...standing.media],
    suggestions: suggestions?.get(id) ?? [],
    history: await listWranglings(reader, { tagId: id }, { from: 0, most: mostHistory }),
  };
}
