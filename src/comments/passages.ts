import { isElement } from "../story-text/elements.ts";
import { readStored } from "../story-text/read-stored.ts";
import { storedBlocks } from "../story-text/stored-blocks.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";

/** A paragraph of a chapter that can be quoted: its number among all blocks, from 1, as it is stored, and its words. */
export type Passage = { number: number; html: string; words: string };

/** The longest passage quoted whole, in characters; of a longer one its beginning is taken. */
export const longestPassage = 1_500;

/** The passages of a chapter, from its stored text. @param only these numbers; all when left out */
export function passagesOf(story: string, only?: ReadonlySet<number>): Passage[] {
  return storedBlocks(story).flatMap((html, index) => {
    const number = index + 1;
    if (only && !only.has(number)) return [];
    const tree = readStored(html);
    if (tree.children.some((node) => isElement(node, "hr"))) return [];
    const words = toPlainText(tree).trim();
    return words === "" ? [] : [{ number, html, words: shortened(words) }];
  });
}

function shortened(words: string): string {
  if (words.length <= longestPassage) return words;
  return `${words
    .slice(0, longestPassage)
    .replace(/\s+\S*$/u, "")
    .toWellFormed()} …`;
}
