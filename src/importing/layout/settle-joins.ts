import type { Edit } from "../edit.ts";
import type { Finding } from "../finding.ts";
import type { ReadingDraft } from "../reading-draft.ts";

/**
 * Takes back the joins of lines that are kept by what their layout means, so that no finding speaks of a line that
 * is not joined. Each goes to the finding that keeps the line: it is joined after all when that one is undone.
 */
export function settleJoins(draft: ReadingDraft): void {
  const keepers = keepersByBlock(draft);
  if (keepers.size === 0) return;
  for (const finding of draft.findings) {
    if (finding.kind !== "joined-lines" && finding.kind !== "line-breaks") continue;
    const kept = finding.edits.filter((edit) => "block" in edit && keepers.has(edit.block));
    for (const edit of kept) {
      const keeper = "block" in edit ? keepers.get(edit.block) : undefined;
      if (!keeper) continue;
      keeper.rejection ??= [];
      keeper.rejection.push(edit);
    }
    finding.edits = finding.edits.filter((edit) => !("block" in edit && keepers.has(edit.block)));
    finding.count = finding.edits.length;
  }
  for (const kind of ["joined-lines", "line-breaks"]) {
    const empty = draft.findings.findIndex((finding) => finding.kind === kind && finding.edits.length === 0);
    if (empty !== -1) draft.findings.splice(empty, 1);
  }
}

function keepersByBlock(draft: ReadingDraft): Map<number, Finding> {
  const keepers = new Map<number, Finding>();
  for (const finding of draft.findings) {
    if (finding.state !== "applied" || !keepsLines.includes(finding.kind)) continue;
    for (const edit of finding.edits) for (const block of keptBy(edit)) keepers.set(block, finding);
  }
  return keepers;
}

const keepsLines: Finding["kind"][] = [
  "script-lines",
  "chat",
  "post",
  "letter",
  "verse",
  "drawing",
  "centred-line",
];

/** The blocks that no join reaches because of this edit. */
function keptBy(edit: Edit): number[] {
  if (edit.kind === "stand-apart") return [edit.block];
  if (edit.kind === "join-lines" && edit.with === "line-break") return [edit.block];
  if (edit.kind !== "group") return [];
  if (edit.as !== "drawing") return [edit.block, edit.last + 1];
  return Array.from({ length: edit.last + 2 - edit.block }, (_, line) => edit.block + line);
}
