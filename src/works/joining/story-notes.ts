import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { hasClass, isElement } from "../../story-text/elements.ts";
import { notedBy, noteNumber } from "../../story-text/footnote-ids.ts";
import { serialiseNode } from "../../story-text/serialise.ts";

/** Whether a block is a footnote that something refers to. */
export function isNote(block: Element | undefined): block is Element {
  return isElement(block, "aside") && hasClass(block, "footnote") && numberOf(block) !== null;
}

/** Whether a block is part of the telling: neither a footnote, referred to or not, nor a scene break. */
export function isText(block: Element): boolean {
  return !hasClass(block, "footnote") && !isElement(block, "hr");
}

/** The number of a footnote within its story. */
export function numberOf(note: Element): number | null {
  return noteNumber(note.properties.id);
}

/** The footnotes, of these, that the blocks refer to, and the footnotes that those refer to in turn. */
export function notesReferredTo(blocks: Element[], notes: Element[]): Set<Element> {
  const byNumber = new Map(notes.map((note) => [numberOf(note), note]));
  const found = new Set<Element>();
  const follow = (block: Element) => {
    for (const number of referencesIn(block)) {
      const note = byNumber.get(number);
      if (!note || found.has(note)) continue;
      found.add(note);
      follow(note);
    }
  };
  for (const block of blocks) follow(block);
  return found;
}

/** A footnote as it reads, whatever its number: by this it is known again after others were added or taken out. */
export function likenessOf(note: Element): string {
  return serialiseNode(note)
    .replace(/ id="note(?:ref)?-\d+"/g, "")
    .replace(/(href="#note(?:ref)?)-\d+/g, "$1");
}

/** The same blocks with their footnotes numbered anew, in copies. */
export function renumbered(blocks: Element[], numberFor: (number: number) => number): Element[] {
  return blocks.map((block) => {
    const copy = structuredClone(block);
    visit(copy, "element", (node) => {
      const own = isElement(node, "aside") ? numberOf(node) : null;
      const target = notedBy(node.properties.href);
      if (own !== null) node.properties.id = `note-${numberFor(own)}`;
      if (target !== null) node.properties.href = `#note-${numberFor(target)}`;
    });
    return copy;
  });
}

/** The run of footnotes at the end of a story. */
export function trailingNotes(blocks: Element[]): Element[] {
  let from = blocks.length;
  while (isNote(blocks[from - 1])) from -= 1;
  return blocks.slice(from);
}

function referencesIn(block: Element): number[] {
  const numbers: number[] = [];
  visit(block, "element", (node) => {
    const number = hasClass(node, "noteref") ? notedBy(node.properties.href) : null;
    if (number !== null) numbers.push(number);
  });
  return numbers;
}
