import type { ReadingDraft } from "../reading-draft.ts";

/** Whether an applied finding has laid this block together with others. */
export function isGrouped(draft: ReadingDraft, block: number): boolean {
  return draft
    .editsAt(block)
    .some(({ finding, edit }) => edit.kind === "group" && finding.state === "applied");
}

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
