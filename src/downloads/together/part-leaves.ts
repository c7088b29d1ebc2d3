import { titleOf } from "../front-matter.ts";
import type { Setting } from "../leaves/leaf.ts";
import type { BoundPart } from "./bound-book.ts";

/** A leaf in the manifest, the reading order and the contents; ids are unique in the book. */
export type BoundLeaf = { id: string; path: string; line: { text: string; language: string } | null };

/** The leaves of one work within the book. */
export function leavesOf({ workId, part }: BoundPart): BoundLeaf[] {
  return (part?.leaves ?? []).map(({ id, path, line }) => ({
    id: `w-${workId}-${id}`,
    path: `${workId}/${path}`,
    line,
  }));
}

/** Where a work begins in the book; null when it is not in it. */
export function titleAddress(part: BoundPart): string | null {
  return leavesOf(part)[0]?.path ?? null;
}

/** The leaves before all works, which have no folder. */
export function ownLeaves({ t, work, language }: Setting): { cover: BoundLeaf; opening: BoundLeaf } {
  return {
    cover: { id: "cover", path: "cover.xhtml", line: null },
    opening: {
      id: "opening",
      path: "opening.xhtml",
      line: { text: titleOf(work, t), language: language.label },
    },
  };
}
