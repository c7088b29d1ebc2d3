import { foldName } from "../vocabulary/fold-name.ts";
import { makeCanonical, makeOrdinary } from "./make-canonical.ts";
import { mergeTag, splitTag } from "./merge-tag.ts";
import { makeTag, renameTag, tidyTagName } from "./name-tag.ts";
import { addParent, removeParent, setMedia, settleTag, unsettleTag } from "./place-tag.ts";
import type { NamedTag } from "./read-tag-book.ts";
import type { TagBook } from "./tag-book.ts";

/** One thing a wrangler does. */
export type Deed =
  | { deed: "canonical" | "ordinary" | "split" | "settle" | "unsettle"; tag: string }
  | { deed: "merge"; tag: string; into: string }
  | { deed: "put-under" | "take-from"; tag: string; parent: string }
  | { deed: "rename"; tag: string; name: string }
  | { deed: "media"; tag: string; media: readonly string[] }
  /** `tag`: the id it gets, if nobody has the name yet. */
  | { deed: "make"; kindId: string; name: string; tag?: string | undefined };

/** The tags a deed names. */
export function tagsOfDeed(deed: Deed): string[] {
  switch (deed.deed) {
    case "make":
      return [];
    case "merge":
      return [deed.tag, deed.into];
    case "put-under":
    case "take-from":
      return [deed.tag, deed.parent];
    default:
      return [deed.tag];
  }
}

/** The names a deed looks for; `kindOf` knows the kinds of its tags. @throws WranglingRefused for a name that is none */
export function namesOfDeed(deed: Deed, kindOf: (tagId: string) => string | undefined): NamedTag[] {
  const kindId = deed.deed === "make" ? deed.kindId : deed.deed === "rename" ? kindOf(deed.tag) : undefined;
  return kindId !== undefined && "name" in deed
    ? [{ kindId, nameKey: foldName(tidyTagName(deed.name)) }]
    : [];
}

/**
 * Does a deed in the book.
 *
 * @param now ms since 1970, UTC
 * @returns the tag it is about
 * @throws WranglingRefused, NotFound; the book may then be half changed and is to be thrown away
 */
export function doInBook(book: TagBook, deed: Deed, now: number): string {
  switch (deed.deed) {
    case "canonical":
      makeCanonical(book, deed.tag);
      return deed.tag;
    case "ordinary":
      makeOrdinary(book, deed.tag);
      return deed.tag;
    case "merge":
      mergeTag(book, deed.tag, deed.into);
      return deed.tag;
    case "split":
      splitTag(book, deed.tag);
      return deed.tag;
    case "put-under":
      addParent(book, deed.tag, deed.parent, now);
      return deed.tag;
    case "take-from":
      removeParent(book, deed.tag, deed.parent);
      return deed.tag;
    case "settle":
      settleTag(book, deed.tag, now);
      return deed.tag;
    case "unsettle":
      unsettleTag(book, deed.tag);
      return deed.tag;
    case "media":
      setMedia(book, deed.tag, deed.media);
      return deed.tag;
    case "rename":
      return renameTag(book, deed.tag, deed.name, now).id;
    case "make":
      return makeTag(book, deed, now).id;
  }
}
