import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import type { WordPackage } from "./word-package.ts";

/** The words of each comment by its id (ECMA-376 part 1, 17.13.4); who made it and when is not read. */
export function readComments(word: WordPackage): Map<string, string> {
  const part = word.partFor("comments");
  const comments = part ? elementsIn(part.tree).filter(({ name }) => name === "w:comment") : [];
  return new Map(
    comments.map((comment) => [
      comment.attributes["w:id"] ?? "",
      elementsIn(comment).map(plainWords).join(" ").replace(/\s+/gu, " ").trim(),
    ]),
  );
}

/** The words of an element as they are shown, without any marks. */
export function plainWords(element: XmlElement): string {
  if (element.name === "w:t" || element.name === "m:t")
    return element.children.filter((child) => typeof child === "string").join("");
  if (/^w:(?:tab|br|cr)$/u.test(element.name)) return " ";
  return elementsIn(element).map(plainWords).join("");
}
