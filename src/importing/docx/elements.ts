import type { XmlElement } from "../container/xml-tree.ts";

/** The elements directly in another. */
export function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== "string");
}

/** The first element of a name directly in another; several names lead further in. */
export function childOf(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = parent;
  for (const name of path)
    found = found?.children.find(
      (child): child is XmlElement => typeof child !== "string" && child.name === name,
    );
  return found;
}

/** The first element of a name anywhere in another. */
export function firstWithin(parent: XmlElement, name: string): XmlElement | undefined {
  for (const child of elementsIn(parent)) {
    if (child.name === name) return child;
    const found = firstWithin(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The `w:val` of an element. */
export function wordValue(element: XmlElement | undefined): string | undefined {
  return element?.attributes["w:val"];
}

/** A whole number in `w:val`, or undefined. */
export function numberOf(element: XmlElement | undefined): number | undefined {
  const value = Number.parseInt(wordValue(element) ?? "", 10);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** An on/off property (ECMA-376 part 1, 17.17.4): on when it is there, unless its value says off; undefined when it is not there. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  return element && !/^(?:0|false|off)$/u.test(wordValue(element) ?? "");
}

/** All the text in an element, whatever it is. */
export function textWithin(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textWithin(child))).join("");
}
