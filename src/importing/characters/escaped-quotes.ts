import type { ReadingDraft } from "../reading-draft.ts";
import { rewriteBlocks, rewritings } from "./rewrite.ts";

const escaped = /\\{1,3}(?=['"])/g;
const straight = /['"]/g;

/**
 * Takes out the backslashes that an archive's program put before quotation marks (T60). It put one before each: where
 * most straight marks have none, somebody may have meant them, and it is only proposed.
 */
export function readEscapedQuotes(draft: ReadingDraft): void {
  let marks = 0;
  let slashed = 0;
  for (const block of draft.blocks.keys()) {
    const text = draft.textOf(block);
    if (!text.includes("\\")) continue;
    slashed += text.match(escaped)?.length ?? 0;
    marks += text.match(straight)?.length ?? 0;
  }
  if (slashed === 0) return;
  const state = slashed >= marks * 0.8 ? "applied" : "proposed";
  rewriteBlocks(draft, "escaped-quotes", (text) => rewritings(text, escaped, () => ""), state);
}
