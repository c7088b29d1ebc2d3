import type { Edit } from "./edit.ts";

/** How a block goes on from the one before it. */
export type Joint = Extract<Edit, { kind: "join-lines" }>["with"];

/**
 * How a block with these edits goes on from the one before it; null when it begins a paragraph of its own. Lines
 * that stand apart are never joined, and a line break that one finding keeps is not a space because another
 * would join all lines.
 */
export function jointOf(edits: Edit[]): Joint | null {
  let joint: Joint | null = null;
  for (const edit of edits) {
    if (edit.kind === "stand-apart") return null;
    if (edit.kind === "join-lines" && (joint === null || edit.with === "line-break")) joint = edit.with;
  }
  return joint;
}
