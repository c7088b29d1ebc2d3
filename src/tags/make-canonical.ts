import type { TagBook } from "./tag-book.ts";
import { WranglingRefused } from "./wrangling-refused.ts";

/** Makes a tag canonical: named to everybody, offered first, and what others may be synonyms of. */
export function makeCanonical(book: TagBook, tagId: string): void {
  const tag = book.get(tagId);
  if (tag.canonical) throw new WranglingRefused({ why: "already", tagId });
  if (tag.synonymOf !== null) throw new WranglingRefused({ why: "is-synonym", tagId, of: tag.synonymOf });
  book.change(tagId, { canonical: true });
}

/** Takes it back: the tag is one of many again. Nothing may be a synonym of it, or stand under it. */
export function makeOrdinary(book: TagBook, tagId: string): void {
  if (!book.get(tagId).canonical) throw new WranglingRefused({ why: "already", tagId });
  const synonyms = book.synonymsOf(tagId).length;
  const children = book.childrenOf(tagId).length;
  if (synonyms + children > 0) throw new WranglingRefused({ why: "holds-others", tagId, synonyms, children });
  book.change(tagId, { canonical: false });
}
