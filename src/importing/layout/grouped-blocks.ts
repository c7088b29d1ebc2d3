import type { ReadingDraft } from "../reading-draft.ts";

/** The blocks that applied findings have laid together with others; with `isDrawn`, those of drawings alone. */
export function groupedBlocks(draft: ReadingDraft, isDrawn = false): Set<number> {
  const grouped = new Set<number>();
  for (const { state, edits } of draft.findings) {
    if (state !== "applied") continue;
    for (const edit of edits) {
      if (edit.kind !== "group" || (isDrawn && edit.as !== "drawing")) continue;
      for (let block = edit.block; block <= edit.last; block++) grouped.add(block);
    }
  }
  return grouped;
}
