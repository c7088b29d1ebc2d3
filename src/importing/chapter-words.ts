import type { Element } from "hast";
import { wordsOf } from "../story-text/count-words.ts";
import { textOfBlock } from "./block-text.ts";
import type { Edit } from "./edit.ts";
import type { EditsInForce } from "./edits-in-force.ts";
import type { BaseBlock } from "./import-reading.ts";

/** A novel's words are counted once for as long as it is looked at. */
const counted = new WeakMap<Element, number>();

/** About how many words some blocks have in the story: those lifted out of it as a whole are not counted. */
export function countWordsIn(blocks: BaseBlock[], edits: EditsInForce, shown: number[]): number {
  return shown.reduce((words, block) => {
    const node = blocks[block]?.node;
    return node === undefined || isLifted(edits.of(block)) ? words : words + wordsIn(node);
  }, 0);
}

function isLifted(edits: Edit[]): boolean {
  return edits.some((edit) => edit.kind === "lift-to-field" && edit.from === 0);
}

function wordsIn(node: Element): number {
  const known = counted.get(node);
  if (known !== undefined) return known;
  const words = wordsOf(textOfBlock(node)).length;
  counted.set(node, words);
  return words;
}
