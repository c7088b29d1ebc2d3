import type { ReadingDraft } from "../reading-draft.ts";

/** A line as the header's reader sees it: a line of text, or a part of an HTML block between `br`s. */
export interface SourceLine {
  block: number;
  from: number;
  to: number;
  text: string;
  /** Whether empty space stands before it. */
  apart: boolean;
}

/** The first lines of the file, or of some blocks of it, that have words in them. */
export function firstLines(
  draft: ReadingDraft,
  most: number,
  within = { from: 0, to: draft.blocks.length },
): SourceLine[] {
  const lines: SourceLine[] = [];
  for (let block = within.from; block < within.to; block++) {
    const { kind, gapBefore } = draft.blocks[block] ?? { kind: "line", gapBefore: 0 };
    const text = draft.textOf(block);
    let from = 0;
    let apart = kind === "block" || gapBefore > 0;
    while (from <= text.length && lines.length < most) {
      const end = text.indexOf("\n", from);
      const to = end === -1 ? text.length : end;
      const words = text.slice(from, to);
      if (/\S/u.test(words)) {
        lines.push({ block, from, to, text: words, apart });
        apart = false;
      } else apart = true;
      from = to + 1;
    }
    if (lines.length >= most) break;
  }
  return lines;
}
