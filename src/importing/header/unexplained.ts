import type { ReadingDraft } from "../reading-draft.ts";
import type { HeaderEntry } from "./header-entries.ts";

/** A closing bracket that nothing opened, after a word: what is left of a lost tag or a face. */
const closing = /(?<=[\p{L}\p{N}!?)])([>}\]|])(?=\s|$)/gu;
const opens: Record<string, string> = { ">": "<", "}": "{", "]": "[", "|": "|" };

/** Notes each stray character of a header; it is kept, and its removal is offered. */
export function findUnexplained(draft: ReadingDraft, entries: HeaderEntry[]): void {
  for (const { pieces } of entries) {
    for (const { range } of pieces) {
      const text = draft.textIn(range);
      for (const match of text.matchAll(closing)) {
        const opening = opens[match[0]] ?? "";
        if (text.slice(0, match.index).includes(opening)) continue;
        const where = {
          block: range.block,
          from: range.from + match.index,
          to: range.from + match.index + 1,
        };
        draft.add({ kind: "unexplained", state: "noted", where, edits: [{ kind: "remove", ...where }] });
      }
    }
  }
}
