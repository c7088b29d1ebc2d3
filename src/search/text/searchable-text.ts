import type { Root } from "hast";
import { type Content, hasClass, isBlock, isElement } from "../../story-text/elements.ts";

/**
 * What can be searched of a story: its words as they are read, blocks parted by empty lines, words that are only partly
 * emphasised in one piece. Left out: what is folded away until asked for, which a snippet would give away; marks of
 * footnotes, readings over ruby, descriptions of pictures and pictures drawn in signs.
 *
 * @param tree in the stored form (docs/story-text.md)
 */
export function searchableText(tree: Root): string {
  const pieces: string[] = [];
  for (const node of tree.children) collect(node, pieces);
  return pieces
    .join("")
    .toWellFormed()
    .replaceAll("\0", "")
    .replace(/[ \t\r\f]*\n[ \t\r\f]*\n\s*/g, "\n\n")
    .trim();
}

function collect(node: Content, pieces: string[]): void {
  if (node.type === "text") pieces.push(node.value.replace(/\n\s*\n/g, "\n"));
  if (node.type !== "element" || isLeftOut(node)) return;
  if (node.tagName === "br") {
    pieces.push("\n");
    return;
  }
  const edge = isBlock(node) ? "\n\n" : "";
  const marks = node.tagName === "q" ? ["“", "”"] : ["", ""];
  pieces.push(edge, marks[0] ?? "");
  for (const child of node.tagName === "details" ? labelOf(node) : node.children) collect(child, pieces);
  pieces.push(marks[1] ?? "", edge);
}

function labelOf(details: Content & { type: "element" }): Content[] {
  return details.children.filter((child) => isElement(child, "summary"));
}

function isLeftOut(node: Content & { type: "element" }): boolean {
  if (node.tagName === "rt" || node.tagName === "rp") return true;
  if (node.tagName === "pre" && node.properties.role === "img") return true;
  return hasClass(node, "noteref") || hasClass(node, "noteback");
}
