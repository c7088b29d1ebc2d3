import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { hasClass, isElement } from "./elements.ts";
import { notedBy, noteNumber } from "./footnote-ids.ts";

type Numbers = { ofTarget: Map<number, Element>; given: Map<Element, number>; referred: Set<Element> };

/**
 * Gives footnotes and references their numbers, in place: 1, 2, 3 … in order of first reference. Only the first
 * reference to a note has an id, for the way back. A reference to no note, a second way back and a note's way
 * back to no reference become their words; a note nobody refers to keeps its place and loses its id.
 *
 * @returns whether a link became its words, so that the running text must be tidied again
 */
export function linkNotes(tree: Root): boolean {
  const numbers: Numbers = { ofTarget: new Map(), given: new Map(), referred: new Set() };
  visit(tree, "element", (node) => {
    if (!isFootnote(node)) return;
    const number = noteNumber(node.properties.id);
    if (number !== null && !numbers.ofTarget.has(number)) numbers.ofTarget.set(number, node);
  });
  visit(tree, "element", (node) => {
    const note = isReference(node) ? targetOf(node, numbers) : undefined;
    if (note && !numbers.given.has(note)) numbers.given.set(note, numbers.given.size + 1);
  });
  return linkWithin(tree, null, numbers);
}

function linkWithin(
  parent: Root | Element,
  note: { number: number; hasWayBack: boolean } | null,
  numbers: Numbers,
): boolean {
  let unlinked = false;
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type !== "element") {
      if (child.type === "text") children.push(child);
      continue;
    }
    let inside = note;
    if (isFootnote(child)) {
      const number = numbers.given.get(child);
      setNumber(child, "id", number === undefined ? null : `note-${number}`);
      inside = number === undefined ? null : { number, hasWayBack: false };
    }
    const isLinked = isReference(child)
      ? linkReference(child, numbers)
      : isElement(child, "a") && hasClass(child, "noteback")
        ? linkBack(child, note)
        : true;
    if (linkWithin(child, inside, numbers)) unlinked = true;
    if (isLinked) children.push(child);
    else for (const word of child.children) children.push(word);
    if (!isLinked) unlinked = true;
  }
  parent.children = children;
  return unlinked;
}

function linkReference(reference: Element, numbers: Numbers): boolean {
  const note = targetOf(reference, numbers);
  const number = note && numbers.given.get(note);
  if (note === undefined || number === undefined) return false;
  reference.properties = { ...reference.properties, href: `#note-${number}` };
  setNumber(reference, "id", numbers.referred.has(note) ? null : `noteref-${number}`);
  numbers.referred.add(note);
  return true;
}

function linkBack(link: Element, note: { number: number; hasWayBack: boolean } | null): boolean {
  if (note === null || note.hasWayBack) return false;
  note.hasWayBack = true;
  link.properties = { ...link.properties, href: `#noteref-${note.number}` };
  return true;
}

function setNumber(node: Element, property: string, value: string | null): void {
  const { [property]: _before, ...others } = node.properties;
  node.properties = value === null ? others : { ...others, [property]: value };
}

function targetOf(reference: Element, numbers: Numbers): Element | undefined {
  const number = notedBy(reference.properties.href);
  return number === null ? undefined : numbers.ofTarget.get(number);
}

function isFootnote(node: Element): boolean {
  return node.tagName === "aside" && hasClass(node, "footnote");
}

function isReference(node: Element): boolean {
  return node.tagName === "a" && hasClass(node, "noteref");
}
