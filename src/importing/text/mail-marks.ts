import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const mark = /^>[ \t]?/u;

/** Mail's `>`: on every line it is the reply's, and one level goes (T13); on some lines they quote; `>From` (T14). */
export function readMailMarks(draft: ReadingDraft): void {
  const marked: number[] = [];
  const escaped: number[] = [];
  for (const block of draft.blocks.keys()) {
    const text = draft.textOf(block);
    if (/^>From /u.test(text)) escaped.push(block);
    else if (mark.test(text) && !/^>[_.,;:]/u.test(text)) marked.push(block);
  }
  if (escaped.length > 0 && marked.length === 0) {
    const edits = escaped.map((block): Edit => ({ kind: "remove", block, from: 0, to: 1 }));
    draft.add({ kind: "mbox-escape", state: "applied", count: edits.length, edits });
  }
  if (marked.length === 0) return;
  const removals = marked.map(
    (block): Edit => ({
      kind: "remove",
      block,
      from: 0,
      to: mark.exec(draft.textOf(block))?.[0].length ?? 0,
    }),
  );
  if (marked.length === draft.blocks.length && marked.length > 1) {
    draft.add({ kind: "mail-quoting", state: "applied", count: marked.length, edits: removals });
    return;
  }
  const quotations = marked.map((block): Edit => ({ kind: "set-as", block, as: "quotation" }));
  draft.add({
    kind: "quoted-lines",
    state: "applied",
    where: { block: marked[0] ?? 0, from: 0, to: 80 },
    count: marked.length,
    edits: [...removals, ...quotations],
  });
}
