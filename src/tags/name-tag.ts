import { foldName } from "../vocabulary/fold-name.ts";
import { newId } from "../vocabulary/ids.ts";
import { tidyName } from "../vocabulary/tidy-name.ts";
import { makeCanonical } from "./make-canonical.ts";
import { mergeTag } from "./merge-tag.ts";
import type { TagBook, TagStanding } from "./tag-book.ts";
import { WranglingRefused } from "./wrangling-refused.ts";

/** The most characters of a tag's name, as works take them. */
export const mostTagCharacters = 250;

/** A name as it may stand on a tag. @throws WranglingRefused when it is none */
export function tidyTagName(name: string): string {
  const tidy = tidyName(name);
  if (foldName(tidy) === "" || [...tidy].length > mostTagCharacters)
    throw new WranglingRefused({ why: "no-name" });
  return tidy;
}

/** Makes a canonical tag, also one that nobody used yet; where works have it already, they keep their spelling. */
export function makeTag(
  book: TagBook,
  wished: { kindId: string; name: string; tag?: string | undefined },
  now: number,
): TagStanding {
  const tag = namedOrMade(book, wished.kindId, tidyTagName(wished.name), now, wished.tag);
  makeCanonical(book, tag.id);
  return tag;
}

/**
 * Shows a canonical tag under another name. Where the names differ in more than case or spaces the tag of the new
 * name takes the place of the old one, which becomes its synonym: so both spellings are still found, works keep
 * theirs, and who types the old name means the new.
 *
 * @returns the tag that is canonical now
 */
export function renameTag(book: TagBook, tagId: string, name: string, now: number): TagStanding {
  const tag = book.get(tagId);
  if (tag.synonymOf !== null) throw new WranglingRefused({ why: "is-synonym", tagId, of: tag.synonymOf });
  const tidy = tidyTagName(name);
  if (tidy === tag.name) throw new WranglingRefused({ why: "already", tagId });
  if (foldName(tidy) === tag.nameKey) {
    book.change(tagId, { name: tidy, canonical: true });
    return tag;
  }
  const target = namedOrMade(book, tag.kindId, tidy, now);
  const free = !target.canonical && (target.synonymOf === null || target.synonymOf === tagId);
  if (!free) throw new WranglingRefused({ why: "name-taken", tagId: target.id });
  mergeTag(book, tagId, target.id);
  if (target.name !== tidy) book.change(target.id, { name: tidy });
  return target;
}

/** The tag of a name; made, with this id, unless works or wranglers have it already. */
export function namedOrMade(
  book: TagBook,
  kindId: string,
  name: string,
  now: number,
  id = newId(),
): TagStanding {
  const nameKey = foldName(name);
  return book.findNamed(kindId, nameKey) ?? book.make({ id, kindId, name, nameKey, createdAt: now });
}
