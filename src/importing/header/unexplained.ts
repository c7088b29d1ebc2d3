import type { ReadingDraft } from "../reading-draft.ts";
import type { HeaderEntry } from "./header-entries.ts";

/** A bracket or colons after a word or alone: what is left of a lost tag, a face or a divider. */
const stray = /(?<=[\p{L}\p{N}!?.)])(?:[>}\]|]|::)(?=\s|$)|(?<=^|\s)(?:::|[<>{}[\]|])(?=\s|$)/gu;
const opens: Record<string, string> = { ">": "<", "}": "{", "]": "[" };
const closes: Record<string, string> = { "<": ">", "{": "}", "[": "]" };

/** Notes each stray character of a header; it is kept, and its removal is offered. */
export function findUnexplained(draft: ReadingDraft, entries: HeaderEntry[]): void {
  for (const { sign, pieces } of entries) {
    if (sign.kind === "conventions") continue;
    for (const { range, value } of pieces) {
      const text = draft.textIn(range);
      for (const match of text.matchAll(stray)) {
        const from = range.from + match.index;
        // What stands after the value only divides it from the next.
        if (from >= value.to || hasPartner(text, match[0], match.index)) continue;
        const where = { block: range.block, from, to: from + match[0].length };
        draft.add({ kind: "unexplained", state: "noted", where, edits: [{ kind: "remove", ...where }] });
      }
    }
  }
}

function hasPartner(text: string, mark: string, at: number): boolean {
  const opening = opens[mark];
  const closing = closes[mark];
  return (
    (opening !== undefined && text.slice(0, at).includes(opening)) ||
    (closing !== undefined && text.slice(at + 1).includes(closing))
  );
}
