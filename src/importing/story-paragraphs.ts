import { planBlock } from "./block-plan.ts";
import type { BlockRange, Edit } from "./edit.ts";
import { editsInForce } from "./edits-in-force.ts";
import { jointOf } from "./joint-of.ts";
import type { ReadingDraft } from "./reading-draft.ts";

/** A stretch of a paragraph's text and the stretch of the base text it stands for. */
interface Piece {
  at: number;
  length: number;
  range: BlockRange;
}

/**
 * A paragraph of the story as it stands after all that is applied so far: lines joined, damage repaired,
 * header lifted. Later passes read this text and turn what they find into ranges of the base text.
 */
export interface StoryParagraph {
  text: string;
  /** The blocks it is made of, in order. */
  blocks: number[];
  /** The base ranges a range of `text` stands for: one for each block it touches. */
  rangesOf(from: number, to: number): BlockRange[];
}

/** The paragraphs that will be shown; scene breaks, drawings and emptied blocks are left out. */
export function storyParagraphs(draft: ReadingDraft): StoryParagraph[] {
  const edits = editsInForce({ findings: draft.findings }, {});
  const paragraphs: ParagraphInTheMaking[] = [];
  let group = { from: -1, to: -1, isDrawn: false };
  let mayJoin = false;
  for (const block of draft.blocks.keys()) {
    const own = edits.of(block);
    const text = draft.textOf(block);
    const begun = block > group.to ? own.find((edit) => edit.kind === "group") : undefined;
    if (begun) group = { from: block, to: begun.last, isDrawn: begun.as === "drawing" };
    if (block === group.from || block === group.to + 1) mayJoin = false;
    if (block <= group.to && group.isDrawn) continue;
    if (draft.blocks[block]?.node.tagName === "hr") continue;
    if (own.some((edit) => edit.kind === "scene-break")) continue;
    const join = mayJoin ? jointOf(own) : null;
    const shown = shownOf(own, text);
    if (!shown.some((stretch) => /\S/u.test(stretch.text))) continue;
    const previous = paragraphs.at(-1);
    const goesOn = join !== null && previous !== undefined;
    mayJoin = true;
    const paragraph = goesOn ? previous : new ParagraphInTheMaking();
    if (goesOn) paragraph.add(joints[join], { block, from: 0, to: 0 });
    else paragraphs.push(paragraph);
    paragraph.blocks.push(block);
    for (const stretch of shown) paragraph.add(stretch.text, { block, from: stretch.from, to: stretch.to });
  }
  return paragraphs;
}

interface Shown {
  from: number;
  to: number;
  text: string;
}

/** The stretches of a block that are shown; a block nothing is done to, as most are, is one. */
function shownOf(own: Edit[], text: string): Shown[] {
  const whole = { from: 0, to: text.length };
  if (own.length === 0) return [{ ...whole, text }];
  return planBlock(own, { ...whole, withLifted: false }).map(({ from, to, instead }) => ({
    from,
    to,
    text: instead ?? text.slice(from, to),
  }));
}

const joints = { space: " ", nothing: "", "line-break": "\n" };

class ParagraphInTheMaking implements StoryParagraph {
  readonly blocks: number[] = [];
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  #text: string | null = null;

  get text(): string {
    this.#text ??= this.#parts.join("");
    return this.#text;
  }

  add(text: string, range: BlockRange): void {
    if (text === "") return;
    this.#pieces.push({ at: this.#length, length: text.length, range });
    this.#parts.push(text);
    this.#length += text.length;
    this.#text = null;
  }

  rangesOf(from: number, to: number): BlockRange[] {
    const ranges: BlockRange[] = [];
    for (let index = this.#firstPieceEndingAfter(from); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      if (piece === undefined || piece.at >= to) break;
      const range = partOf(piece, from, to);
      const last = ranges.at(-1);
      if (range.to <= range.from) continue;
      if (last?.block === range.block) last.to = range.to;
      else ranges.push(range);
    }
    return ranges;
  }

  #firstPieceEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece === undefined || piece.at + piece.length > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Text that was replaced stands for its whole range: half of a repaired letter means nothing. */
function partOf(piece: Piece, from: number, to: number): BlockRange {
  const { block, from: start, to: end } = piece.range;
  if (end - start !== piece.length) return { ...piece.range };
  return {
    block,
    from: start + Math.max(0, from - piece.at),
    to: end - Math.max(0, piece.at + piece.length - to),
  };
}
