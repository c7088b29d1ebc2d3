import { addAll, type Bitmap, takeOut } from "./bitmap.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";

/**
 * The rows one account's rules keep quiet: those that stand in no list, and those that are folded to a line there; none is
 * both. `read`: those of the hidden that are so only for having been read; null: what was read hides nothing. `key` is
 * another number whenever they are other rows.
 */
export type QuietRows = { hidden: Bitmap; folded: Bitmap; read: Bitmap | null; key: number };

/** Whose lists are meant: an audience's, or those of one of its members who has rules. It holds until the next pause. */
export type View = Audience | { audience: Audience; quiet: QuietRows };

export function audienceIn(view: View): Audience {
  return typeof view === "string" ? view : view.audience;
}

export function quietIn(view: View): QuietRows | null {
  return typeof view === "string" ? null : view.quiet;
}

/** Different for views that list different works. */
export function keyOfView(view: View): string {
  return `${audienceIn(view)} ${quietIn(view)?.key ?? ""}`;
}

/** The rows that count: listed for the audience and not kept quiet. Until the next question. */
export function countedRows(index: FindingIndex, view: View): Bitmap {
  const { bits } = index.audiences[audienceIn(view)];
  const quiet = quietIn(view);
  if (!quiet) return bits;
  const rows = index.scratch.emptySet("counted", index.rows);
  addAll(rows, bits);
  takeOut(rows, quiet.hidden);
  takeOut(rows, quiet.folded);
  return rows;
}
