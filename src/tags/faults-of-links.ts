import { placeOfLink, type TagBook, type TagChange, type TagStanding } from "./tag-book.ts";
import { fandomKind } from "./tags.ts";

/** Where links would not hold: the place of the change to undo first (`placeOfChange`). */
export type LinkFault = { tag: string; place: string };

/**
 * What must hold for every tag, whatever wranglers did:
 *
 * - a synonym's target is canonical, of the same kind, and no synonym itself: there are no chains;
 * - a synonym is not canonical, and has no parents, children or media of its own;
 * - a parent is canonical and of the same kind, and nothing stands above itself;
 * - only fandoms have media.
 *
 * @param tags those to look at, with their neighbours in the book
 */
export function faultsOfLinks(book: TagBook, tags: Iterable<TagStanding>): LinkFault[] {
  const faults: LinkFault[] = [];
  for (const tag of tags) {
    const say = (of: string, slot: TagChange["slot"], other?: string) =>
      faults.push({ tag: of, place: placeOfLink(of, slot, other) });
    if (tag.synonymOf !== null) {
      const target = book.find(tag.synonymOf);
      if (!target?.canonical || target.synonymOf !== null || target.kindId !== tag.kindId)
        say(target?.id ?? tag.id, target && target.synonymOf !== null ? "synonymOf" : "canonical");
      if (tag.canonical) say(tag.id, "canonical");
      for (const parent of tag.parents) say(tag.id, "parent", parent);
      for (const medium of tag.media) say(tag.id, "medium", medium);
    }
    for (const parent of tag.parents) {
      const above = book.find(parent);
      if (!above?.canonical || above.kindId !== tag.kindId) say(tag.id, "parent", parent);
      else if (book.wayUp(parent, tag.id)) {
        // Any link of the circle may be the later one.
        const circle = [tag.id, ...(book.wayUp(parent, tag.id) ?? [])];
        for (const [index, below] of circle.slice(0, -1).entries()) say(below, "parent", circle[index + 1]);
      }
    }
    if (!tag.canonical || tag.synonymOf !== null) {
      for (const synonym of book.synonymsOf(tag.id)) say(synonym, "synonymOf");
      for (const child of book.childrenOf(tag.id)) say(child, "parent", tag.id);
    }
    if (tag.kindId !== fandomKind) for (const medium of tag.media) say(tag.id, "medium", medium);
  }
  return faults;
}
