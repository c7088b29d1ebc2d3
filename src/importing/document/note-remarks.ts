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
    if (remark.kind === "indent") {
      noteIndent(draft, ranges, where);
      continue;
    }
    if (remark.kind === "inserted-break" || remark.kind === "deleted-break") {
      noteBreak(draft, remark.kind, where);
      continue;
    }
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

/** Word processors have no other way to say that these paragraphs are quoted. */
function noteIndent(draft: ReadingDraft, ranges: BlockRange[], where: BlockRange): void {
  const last = ranges.at(-1)?.block ?? where.block;
  draft.add({
    kind: "indented-quotation",
    state: "applied",
    where,
    count: last - where.block + 1,
    edits: [{ kind: "group", block: where.block, last, as: "quotation" }],
  });
}

/** A paragraph that was parted, or two that were made one: without the change the other way round. */
function noteBreak(draft: ReadingDraft, kind: "inserted-break" | "deleted-break", where: BlockRange): void {
  const both = [draft.blocks[where.block - 1], draft.blocks[where.block]];
  if (!both.every((base) => base?.node.tagName === "p")) return;
  // The space between may be taken off the end of the first as one that does not show.
  const isSpaced = /\s$/u.test(draft.textOf(where.block - 1)) || /^\s/u.test(draft.textOf(where.block));
  const joined: Edit[] = [{ kind: "join-lines", block: where.block, with: isSpaced ? "space" : "nothing" }];
  const [finding, edits, rejection] =
    kind === "inserted-break"
      ? (["tracked-insertion", [], joined] as const)
      : (["tracked-deletion", joined, []] as const);
  const was = `¶ ${draft.textIn(where)}`;
  draft.add({
    kind: finding,
    state: "unsure",
    mustAnswer: true,
    where,
    was,
    edits: [...edits],
    rejection: [...rejection],
  });
}
