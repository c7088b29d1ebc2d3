import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { textIn } from "../document/page-elements.ts";

const floats = /(?:^|;)\s*float\s*:\s*left/iu;
const mostLetters = 3;

/**
 * Takes away the line break after a first letter that floats beside its paragraph (T74): without the float it would
 * part `O` from `nce upon`. The tree is changed in place.
 */
export function closeUpDropCaps(tree: Root): void {
  visit(tree, "element", (node) => {
    const at = node.children.findIndex((child) => child.type !== "text" || /\S/u.test(child.value));
    const letter = node.children[at];
    if (letter?.type !== "element" || !isDropCap(letter)) return;
    const next = node.children[at + 1];
    if (next?.type === "element" && next.tagName === "br") node.children.splice(at + 1, 1);
  });
}

function isDropCap(element: Element): boolean {
  const letters = textIn(element).trim();
  return (
    floats.test(String(element.properties.style ?? "")) && letters.length > 0 && letters.length <= mostLetters
  );
}
