import type { XmlElement } from "./xml-tree.ts";

/** Whether a piece of XML is an element and no text. */
export function isXmlElement(piece: XmlElement | string): piece is XmlElement {
  return typeof piece !== "string";
}

/** The elements directly in another. */
export function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.children.filter(isXmlElement);
}

/** The first element of a name directly in another; several names lead further in. */
export function childOf(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = parent;
  for (const name of path)
    found = found?.children.find((child): child is XmlElement => isXmlElement(child) && child.name === name);
  return found;
}

/** All the words in an element, whatever it is. */
export function wordsIn(element: XmlElement): string {
  return element.children.map((child) => (isXmlElement(child) ? wordsIn(child) : child)).join("");
}
