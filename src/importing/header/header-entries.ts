import type { BlockRange } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { HeaderLine } from "./header-line.ts";
import type { HeaderSign } from "./header-sign.ts";
import type { SourceLine } from "./source-lines.ts";

/** One piece of a header entry: all that is lifted, and the part of it that is the value. */
export interface EntryPiece {
  range: BlockRange;
  value: BlockRange;
}

/** One thing a header says, with the lines it goes on in. */
export interface HeaderEntry {
  sign: HeaderSign;
  pieces: EntryPiece[];
}

/**
 * The entries of a header. Words that say nothing after the last sign of the last line are the story, which
 * began in the same paragraph, and stay.
 */
export function headerEntries(draft: ReadingDraft, region: HeaderLine[]): HeaderEntry[] {
  const entries: HeaderEntry[] = [];
  for (const [index, { line, signs, continues }] of region.entries()) {
    const last = entries.at(-1);
    if (continues && last && canGoOn(last.sign)) {
      last.pieces.push(pieceOf(draft, line, 0, 0, line.text.length));
      continue;
    }
    const shown = index === region.length - 1 && signs.length > 1 ? withoutStory(signs) : signs;
    for (const sign of shown) {
      const value = sign.kind === "label" || sign.kind === "byline" ? sign.value : sign.from;
      entries.push({ sign, pieces: [pieceOf(draft, line, sign.from, value, sign.to)] });
    }
  }
  return entries;
}

function canGoOn(sign: HeaderSign): boolean {
  return sign.kind === "label" || sign.kind === "words";
}

function withoutStory(signs: HeaderSign[]): HeaderSign[] {
  const last = signs.at(-1);
  return last?.kind === "words" && last.says === "nothing" ? signs.slice(0, -1) : signs;
}

/** The `br` after a line goes with it. */
function pieceOf(draft: ReadingDraft, line: SourceLine, from: number, value: number, to: number): EntryPiece {
  const { block } = line;
  const end = line.from + to;
  const wholeLine = to === line.text.length && draft.textOf(block)[end] === "\n";
  return {
    range: { block, from: line.from + from, to: wholeLine ? end + 1 : end },
    value: { block, from: line.from + value, to: end },
  };
}
