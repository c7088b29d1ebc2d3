import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { plainWords } from "./comments.ts";

/**
 * Whether the end of a paragraph was put in or taken out (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20). Where all of
 * the paragraph was, its words say so, and nothing of it is left either way.
 */
export function changedBreak(paragraph: XmlElement): "inserted-break" | "deleted-break" | null {
  const mark = childOf(paragraph, "w:pPr", "w:rPr");
  const isInserted = childOf(mark, "w:ins") !== undefined;
  if (!isInserted && childOf(mark, "w:del") === undefined) return null;
  const changed = isInserted ? "w:ins" : "w:del";
  const hasOthers = elementsIn(paragraph).some((child) => child.name !== changed && plainWords(child) !== "");
  if (!hasOthers) return null;
  return isInserted ? "inserted-break" : "deleted-break";
}
