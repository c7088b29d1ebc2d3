import type { XmlElement } from "../container/xml-tree.ts";

/** The elements directly in another. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The first element of a name directly in another. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return elementsIn(element).find((child) => child.name === name);
}

/** All the words in an element. */
export function wordsIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : wordsIn(child))).join("");
}
