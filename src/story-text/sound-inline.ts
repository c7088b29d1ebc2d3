import type { Element, ElementContent } from "hast";
import { isBlank, isElement } from "./elements.ts";

/**
 * Whether an element can hold these children where it stands, by HTML's content models: a `ruby` has bases, each
 * followed by readings, bare or in parentheses; a reading stands in a `ruby`; a `time` without a machine's value is
 * text. An e-book that breaks these rules is refused, so what does is its words in the stored form.
 */
export function isSound(tagName: string, children: ElementContent[], parent: string): boolean {
  if (tagName === "rt" || tagName === "rp") return parent === "ruby";
  if (tagName === "time") return children.every(({ type }) => type === "text");
  return tagName !== "ruby" || isRuby(children);
}

/** What an unsound element becomes: what it held, with the readings of a `ruby` in the line. */
export function heldWords(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) => (isReading(child) ? child.children : [child]));
}

function isRuby(children: ElementContent[]): boolean {
  const shape = children
    .filter((child) => !isElement(child, "br") && (child.type !== "text" || !isBlank(child.value)))
    .map((child) => (isElement(child, "rt") ? "t" : isElement(child, "rp") ? "p" : "b"));
  return /^(b+(t|ptp)+)+$/.test(shape.join(""));
}

function isReading(node: ElementContent): node is Element {
  return isElement(node, "rt") || isElement(node, "rp");
}
