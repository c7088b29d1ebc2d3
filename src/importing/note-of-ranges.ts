import type { Element, ElementContent, Root } from "hast";
import { textOfBlock } from "./block-text.ts";
import type { BlockRange } from "./edit.ts";
import type { EditsInForce } from "./edits-in-force.ts";
import type { BaseBlock } from "./import-reading.ts";
import { renderBlock } from "./render-block.ts";
import { inStoredNoteForm } from "./stored-form.ts";

/** A list or a quotation stays one when all of it is the note's. */
function isWhole({ kind, node }: BaseBlock, { from, to }: BlockRange): boolean {
  return kind === "block" && from === 0 && to === textOfBlock(node).length;
}

function plainParagraph(children: ElementContent[]): Element {
  return { type: "element", tagName: "p", properties: {}, children };
}

/**
 * A note made of the given passages, with the edits in force carried out on them. Ranges of one block, and of
 * blocks that follow each other without an empty line, make one paragraph.
 */
export function noteOfRanges(blocks: BaseBlock[], edits: EditsInForce, ranges: BlockRange[]): Root {
  const paragraphs: Element[] = [];
  let last: number | null = null;
  for (const range of ranges) {
    const block = blocks[range.block];
    if (block === undefined) continue;
    const window = { from: range.from, to: range.to, withLifted: true };
    const children = renderBlock(block.node, edits.of(range.block), window);
    const previous = paragraphs.at(-1);
    const goesOn =
      last === range.block || (block.kind === "line" && last === range.block - 1 && block.gapBefore === 0);
    if (previous && goesOn) previous.children.push({ type: "text", value: " " }, ...children);
    else paragraphs.push(isWhole(block, range) ? { ...block.node, children } : plainParagraph(children));
    last = range.block;
  }
  return inStoredNoteForm({ type: "root", children: paragraphs });
}
