import type { ReadingDraft } from "../reading-draft.ts";

/** The blocks that applied findings have laid together with others. */
export function groupedBlocks(draft: ReadingDraft): Set<number> {
  const grouped = new Set<number>();
  for (const { state, edits } of draft.findings) {
    if (state !== "applied") continue;
    for (const edit of edits)
      if (edit.kind === "group") for (let block = edit.block; block <= edit.last; block++) grouped.add(block);
  }
  return grouped;
}
