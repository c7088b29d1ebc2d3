import type { BlockRange } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { type SureSign, withoutStory } from "./glued-story.ts";
import type { HeaderRegion } from "./header-line.ts";
import type { HeaderSign } from "./header-sign.ts";
import { loneAmbiguousSign } from "./lone-sign.ts";
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
  /** Whether it is lifted out of the story, or only offered to be. */
  state: "applied" | "proposed";
}

/** The entries of a header, with what `region` says of how sure it is of them. */
export function headerEntries(draft: ReadingDraft, region: HeaderRegion): HeaderEntry[] {
  const entries: HeaderEntry[] = [];
  const lone = loneAmbiguousSign(region.lines);
  for (const [index, { line, signs, continues }] of region.lines.entries()) {
    const last = entries.at(-1);
    if (continues && last && canGoOn(last.sign)) {
      last.pieces.push(pieceOf(draft, line, 0, 0, line.text.length));
      continue;
    }
    const isLast = index === region.lines.length - 1;
    const shown = isLast ? withoutStory(line.text, signs) : signs.map((sign) => ({ sign, sure: true }));
    for (const { sign, sure } of joined(shown)) {
      const isLone = lone?.line === index && lone.from === sign.from;
      const value = sign.kind === "label" || sign.kind === "byline" ? sign.value : sign.from;
      entries.push({
        sign,
        pieces: [pieceOf(draft, line, sign.from, value, sign.to, sign.kind === "label")],
        state: region.sure && sure && !isLone ? "applied" : "proposed",
      });
    }
  }
  return entries;
}

/** Words that say nothing go with the words before them that do. */
function joined(signs: SureSign[]): SureSign[] {
  const whole: SureSign[] = [];
  for (const { sign, sure } of signs) {
    const last = whole.at(-1);
    const goesOn = sign.kind === "words" && sign.says === "nothing" && sure;
    if (goesOn && last?.sign.kind === "words" && last.sign.says !== "nothing")
      last.sign = { ...last.sign, to: sign.to };
    else whole.push({ sign, sure });
  }
  return whole;
}

function canGoOn(sign: HeaderSign): boolean {
  return sign.kind === "label" || sign.kind === "words";
}

/** The `br` after a line goes with it; the divider after a labelled value does not belong to the value. */
function pieceOf(
  draft: ReadingDraft,
  line: SourceLine,
  from: number,
  value: number,
  to: number,
  labelled = false,
): EntryPiece {
  const { block } = line;
  const end = line.from + to;
  const words = line.text.slice(value, to);
  const wholeLine = to === line.text.length && draft.textOf(block)[end] === "\n";
  return {
    range: { block, from: line.from + from, to: wholeLine ? end + 1 : end },
    value: {
      block,
      from: line.from + value,
      to: line.from + value + (labelled ? withoutDivider(words) : words).length,
    },
  };
}

/** `Title: Fog | Author: Wren`: a sign that only divides what ran together. */
function withoutDivider(words: string): string {
  return words.replace(/\s{1,3}(?:\||•|·|::|\/\/)\s{1,3}$/u, "");
}
