import { elementsIn, wordsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { OdtParts } from "./odt-parts.ts";

/**
 * Notes a comment's words; its author's name is not looked at.
 *
 * @returns the anchor of a comment on a range of words; null for one on a place
 */
export function beginComment(annotation: XmlElement, parts: OdtParts): number | null {
  const words = elementsIn(annotation)
    .filter(({ name }) => name.startsWith("text:"))
    .map((paragraph) => wordsIn(paragraph).trim());
  const anchor = parts.remarks.length;
  parts.remarks.push({ kind: "comment", anchor, words: words.join("\n") });
  const name = annotation.attributes["office:name"];
  if (name === undefined || !parts.rangedComments.has(name)) return null;
  parts.comments.set(name, anchor);
  return anchor;
}
