import type { Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { textIn } from "../document/page-elements.ts";

const breaksPage = /(?:^|;)\s*(?:page-)?break-before\s*:\s*(?:always|page)/iu;
const sentenceEnds = /[.!?…:;”"’»)\]*]\s*$/u;

/** How many pieces of text before a break are looked at. */
const near = 4;

/**
 * Takes a word processor's page break out of the midst of a sentence (T39), where it is an accident of layout: it
 * comes as a line break that would stay one. After a sentence it stays. The tree is changed in place.
 */
export function closeUpPageBreaks(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "br" || !breaksPage.test(String(node.properties.style ?? ""))) return;
    if (index === undefined || parent === undefined) return;
    const before = parent.children.slice(Math.max(0, index - near), index);
    const words = before.map((child: Nodes) => textIn(child)).join("");
    if (words.trim() !== "" && !sentenceEnds.test(words))
      parent.children[index] = { type: "text", value: " " };
  });
}
