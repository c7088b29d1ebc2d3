import type { Edit } from "./edit.ts";
import { type Decisions, editsOf } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";

/** The edits that are carried out under some decisions, ready to be asked for by block. */
export interface EditsInForce {
  of(block: number): Edit[];
  /** Up to how many empty lines are only the space between paragraphs. */
  paragraphGap: number;
}

export function editsInForce(reading: Pick<ImportReading, "findings">, decisions: Decisions): EditsInForce {
  const byBlock = new Map<number, Edit[]>();
  let paragraphGap = 0;
  for (const finding of reading.findings) {
    for (const edit of editsOf(finding, decisions)) {
      if (edit.kind === "paragraph-gap") {
        paragraphGap = Math.max(paragraphGap, edit.lines);
        continue;
      }
      const edits = byBlock.get(edit.block);
      if (edits) edits.push(edit);
      else byBlock.set(edit.block, [edit]);
    }
  }
  return { of: (block) => byBlock.get(block) ?? [], paragraphGap };
}
