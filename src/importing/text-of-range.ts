import { textOfBlock } from "./block-text.ts";
import type { BlockRange, Edit } from "./edit.ts";
import type { BaseBlock } from "./import-reading.ts";
import { renderBlock } from "./render-block.ts";

/** The words of a range with the edits in force carried out on them, lifted or not; trimmed. */
export function textOfRange(blocks: BaseBlock[], edits: Edit[], range: BlockRange): string {
  const node = blocks[range.block]?.node;
  if (node === undefined) return "";
  const children = renderBlock(node, edits, { from: range.from, to: range.to, withLifted: true });
  return textOfBlock({ ...node, children }).trim();
}
