import type { Root } from "hast";
import { type Content, isBlock } from "./elements.ts";

/** Scripts written without spaces, for a class of a pattern: each character counts as a word, as AO3 counts them. */
export const characterScripts = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const word = new RegExp(
  `[${characterScripts}]|(?:(?![${characterScripts}])[\\p{L}\\p{M}\\p{N}\\p{Pc}])+`,
  "gu",
);
const insideWord = /['’‘ʼ\u00ad\u200b-\u200d\u2060-]/g;

/** How many words a reader meets. Ornaments of scene breaks and readings over ruby are none. */
export function countWords(tree: Root): number {
  return wordsOf(textOf(tree)).length;
}

/**
 * The words of a text in order. Hyphens and apostrophes join (`well-known`, `don’t` are one word each), a double
 * hyphen parts; Han, Hiragana, Katakana and Thai characters are a word each.
 */
export function wordsOf(text: string): string[] {
  return text.replace(/--+/g, "—").replace(insideWord, "").match(word) ?? [];
}

/** The running text of a tree: blocks and line breaks part words, inline elements do not. */
export function textOf(tree: Root): string {
  const pieces: string[] = [];
  for (const node of tree.children) collect(node, pieces);
  return pieces.join("").trim();
}

function collect(node: Content, pieces: string[]): void {
  if (node.type === "text") pieces.push(node.value);
  if (node.type !== "element" || node.tagName === "rt" || node.tagName === "rp") return;
  const parts = isBlock(node) || node.tagName === "br";
  if (parts) pieces.push("\n");
  for (const child of node.children) collect(child, pieces);
  if (parts) pieces.push("\n");
}
