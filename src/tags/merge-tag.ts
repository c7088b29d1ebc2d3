import type { TagBook } from "./tag-book.ts";
import { WranglingRefused } from "./wrangling-refused.ts";

/**
 * Makes a tag a synonym. Its works keep their words and are found by the other from now on.
 *
 * The target becomes canonical; a synonym as the target means what it stands for, but for a synonym of the tag itself,
 * which takes its place. The tag's own synonyms follow. What stood above it and under it now stands above and under
 * the target, so that everything is found where it was, except where a tag would come to stand above itself. Its
 * media go along when the target has none.
 */
export function mergeTag(book: TagBook, tagId: string, intoId: string): void {
  const tag = book.get(tagId);
  const into = book.get(intoId);
  if (tagId === intoId) throw new WranglingRefused({ why: "itself", tagId });
  if (tag.kindId !== into.kindId) throw new WranglingRefused({ why: "other-kind", tagId, otherId: intoId });
  const target = into.synonymOf === tagId ? into : book.meaningOf(intoId);
  if (target.id === tagId) throw new WranglingRefused({ why: "itself", tagId });
  if (tag.synonymOf === target.id) throw new WranglingRefused({ why: "already", tagId });
  book.change(target.id, { synonymOf: null, canonical: true });
  for (const synonym of book.synonymsOf(tagId)) book.change(synonym, { synonymOf: target.id });
  for (const parent of [...tag.parents]) {
    book.setParent(tagId, parent, false);
    if (!book.wayUp(parent, target.id)) book.setParent(target.id, parent, true);
  }
  for (const child of book.childrenOf(tagId)) {
    book.setParent(child, tagId, false);
    if (!book.wayUp(target.id, child)) book.setParent(child, target.id, true);
  }
  const hasMedia = target.media.size > 0;
  for (const medium of [...tag.media]) {
    book.setMedium(tagId, medium, false);
    if (!hasMedia) book.setMedium(target.id, medium, true);
  }
  book.change(tagId, { canonical: false, synonymOf: target.id });
}

/** A synonym stands on its own again, as it came. */
export function splitTag(book: TagBook, tagId: string): void {
  if (book.get(tagId).synonymOf === null) throw new WranglingRefused({ why: "no-synonym", tagId });
  book.change(tagId, { synonymOf: null });
}
