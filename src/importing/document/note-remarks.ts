import type { BlockRange, Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { SourceDocument } from "./source-document.ts";

/**
 * Lists what somebody left unsettled in a document (T76). Both sides of a change stand in the base text; the
 * import waits until each is accepted or rejected. Comments are never part of the story.
 */
export function noteRemarks(
  draft: ReadingDraft,
  { remarks }: SourceDocument,
  anchors: Map<number, BlockRange[]>,
): void {
  for (const remark of remarks) {
    const ranges = anchors.get(remark.anchor) ?? [];
    const where = ranges[0] ?? null;
    const was = ranges.map((range) => draft.textIn(range)).join(" ");
    if (remark.kind === "comment") {
      draft.add({ kind: "comment", state: "unsure", mustAnswer: true, where, was, becomes: remark.words });
      continue;
    }
    if (where === null) continue;
    const removal = ranges.map((range): Edit => ({ kind: "remove", ...range }));
    const [kind, edits, rejection] =
      remark.kind === "insertion"
        ? (["tracked-insertion", [], removal] as const)
        : (["tracked-deletion", removal, []] as const);
    draft.add({
      kind,
      state: "unsure",
      mustAnswer: true,
      where,
      was,
      edits: [...edits],
      rejection: [...rejection],
    });
  }
}
