import { planBlock } from "../block-plan.ts";
import { editsInForce } from "../edits-in-force.ts";
import type { ReadingDraft } from "../reading-draft.ts";

/** The lines with all repairs carried out but their margins still there: indents tell paragraphs apart. */
export function shownLines(draft: ReadingDraft): string[] {
  const findings = draft.findings.filter(({ kind }) => kind !== "indents" && kind !== "trailing-spaces");
  const edits = editsInForce({ findings }, {});
  return draft.blocks.map((_, block) => {
    const text = draft.textOf(block);
    const own = edits.of(block);
    if (own.length === 0) return text;
    const stretches = planBlock(own, { from: 0, to: text.length, withLifted: false });
    return stretches.map(({ from, to, instead }) => instead ?? text.slice(from, to)).join("");
  });
}
