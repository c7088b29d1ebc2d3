import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";

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
