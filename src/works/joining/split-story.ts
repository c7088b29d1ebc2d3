import type { Element } from "hast";
import { readStored } from "../../story-text/read-stored.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { tidyStory } from "../../story-text/tidy.ts";
import { blocksOf, htmlOf, type Seam, seamAt, titleAfter } from "../seam.ts";
import { isNote, isText, likenessOf, notesReferredTo, numberOf } from "./story-notes.ts";

/** Two stories that were one. */
export type SplitStory = {
  first: string;
  second: string;
  /** What the heading at the seam says, or "". */
  title: string;
  seam: Seam;
};

/**
 * Parts a story before one of its blocks. Scene breaks there, and a heading, stand in neither part: the seam
 * remembers them. Each part has the footnotes it refers to, at its end when they stood in the other.
 *
 * @param story stored story HTML
 * @param place the number of a block, from 0
 * @returns null when nothing would stand before the place or behind it
 */
export function splitStory(story: string, place: number): SplitStory | null {
  const blocks = blocksOf(readStored(story));
  const between = seamAt(blocks, place);
  const [before, behind] = [blocks.slice(0, place), blocks.slice(place + between.length)];
  if (!before.some(isText) || !behind.some(isText)) return null;
  const notes = blocks.filter(isNote);
  const forFirst = notesReferredTo(before.filter(isNoNote), notes);
  const forSecond = notesReferredTo(behind.filter(isNoNote), notes);
  const lentToFirst = behind.filter((block) => forFirst.has(block));
  const lentToSecond = before.filter((block) => forSecond.has(block));
  const leaves = (block: Element, own: Set<Element>, other: Set<Element>) =>
    other.has(block) && !own.has(block);
  const first = storedParts([
    ...before.filter((block) => !leaves(block, forFirst, forSecond)),
    ...lentToFirst,
  ]);
  const second = storedParts([
    ...behind.filter((block) => !leaves(block, forSecond, forFirst)),
    ...lentToSecond,
  ]);
  const known = (note: Element, at: StoredParts) => ({
    likeness: likenessOf(note),
    number: at.numberOf(note),
  });
  const isShared = (note: Element) => forFirst.has(note) && forSecond.has(note);
  const shared = (notes: Element[], copyIn: "first" | "second") =>
    notes
      .filter(isShared)
      .map((note) => ({ copyIn, first: known(note, first), second: known(note, second) }));
  return {
    first: first.html,
    second: second.html,
    title: titleAfter(between),
    seam: {
      html: htmlOf(between),
      movedNotes: lentToFirst
        .filter((note) => !isShared(note))
        .map((note) => ({ ...known(note, first), blocksAfter: blocks.length - 1 - blocks.indexOf(note) })),
      sharedNotes: [...shared(lentToFirst, "first"), ...shared(lentToSecond, "second")],
    },
  };
}

type StoredParts = { html: string; numberOf(note: Element): number };

/** One part as it is stored, and the number that a footnote has there. */
function storedParts(blocks: Element[]): StoredParts {
  const tidied = tidyStory({ type: "root", children: structuredClone(blocks) });
  const inOrder = blocksOf(tidied);
  return {
    html: serialiseStory(tidied),
    numberOf: (note) => {
      const there = inOrder[blocks.indexOf(note)];
      return (there && numberOf(there)) ?? 0;
    },
  };
}

function isNoNote(block: Element): boolean {
  return !isNote(block);
}
