import type { TagBook } from "./tag-book.ts";
import { fandomKind } from "./tags.ts";
import { WranglingRefused } from "./wrangling-refused.ts";

/** Tags one above another, and above one: far more than sense makes, few enough to follow for every work. */
const mostLevels = 20;
const mostParents = 30;

/**
 * Puts a tag under another of its kind, which becomes canonical: who asks for the one above finds what is under it.
 * A tag that was new waits for nothing more.
 *
 * @param now ms since 1970, UTC
 */
export function addParent(book: TagBook, tagId: string, parentId: string, now: number): void {
  const tag = book.get(tagId);
  const parent = book.meaningOf(parentId);
  if (tag.synonymOf !== null) throw new WranglingRefused({ why: "is-synonym", tagId, of: tag.synonymOf });
  if (parent.id === tagId) throw new WranglingRefused({ why: "itself", tagId });
  if (parent.kindId !== tag.kindId)
    throw new WranglingRefused({ why: "other-kind", tagId, otherId: parentId });
  if (tag.parents.has(parent.id)) throw new WranglingRefused({ why: "already", tagId });
  const way = book.wayUp(parent.id, tagId);
  if (way) throw new WranglingRefused({ why: "loop", way: [tagId, ...way] });
  if (
    tag.parents.size >= mostParents ||
    book.levelsAbove(parent.id) + book.levelsBelow(tagId) + 2 > mostLevels
  )
    throw new WranglingRefused({ why: "too-deep", tagId });
  book.change(parent.id, { canonical: true });
  book.setParent(tagId, parent.id, true);
  if (!tag.canonical && tag.settledAt === null) book.change(tagId, { settledAt: now });
}

/** Takes a tag from under another. */
export function removeParent(book: TagBook, tagId: string, parentId: string): void {
  if (!book.get(tagId).parents.has(parentId)) throw new WranglingRefused({ why: "already", tagId });
  book.setParent(tagId, parentId, false);
}

/** Says what a fandom is a fandom of: these media and no others. */
export function setMedia(book: TagBook, tagId: string, media: readonly string[]): void {
  const tag = book.get(tagId);
  if (tag.synonymOf !== null) throw new WranglingRefused({ why: "is-synonym", tagId, of: tag.synonymOf });
  if (tag.kindId !== fandomKind) throw new WranglingRefused({ why: "no-fandom", tagId });
  const wished = new Set(media);
  if (wished.size === tag.media.size && media.every((medium) => tag.media.has(medium)))
    throw new WranglingRefused({ why: "already", tagId });
  for (const medium of [...tag.media]) if (!wished.has(medium)) book.setMedium(tagId, medium, false);
  for (const medium of wished) book.setMedium(tagId, medium, true);
}

/** Leaves a tag as it is: it waits in no queue any more. */
export function settleTag(book: TagBook, tagId: string, now: number): void {
  const tag = book.get(tagId);
  if (tag.synonymOf !== null) throw new WranglingRefused({ why: "is-synonym", tagId, of: tag.synonymOf });
  if (tag.settledAt !== null) throw new WranglingRefused({ why: "already", tagId });
  book.change(tagId, { settledAt: now });
}

/** Lets a settled tag wait again. */
export function unsettleTag(book: TagBook, tagId: string): void {
  if (book.get(tagId).settledAt === null) throw new WranglingRefused({ why: "already", tagId });
  book.change(tagId, { settledAt: null });
}
