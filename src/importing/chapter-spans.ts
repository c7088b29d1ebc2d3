import type { ElementContent } from "hast";
import type { EditsInForce } from "./edits-in-force.ts";
import { type Decisions, editsOf } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";
import { noteNumber, noteReferences, typedNoteNumbers } from "./note-places.ts";
import { renderBlock } from "./render-block.ts";

/** A chapter of a file under some decisions: where it stands, and what its story is made of. */
export interface ChapterSpan {
  /** "first", or the id of the finding that begins it: the same for as long as the chapter begins there. */
  key: string;
  /** It stands from this block … */
  from: number;
  /** … up to, and not including, this one. */
  to: number;
  /** The numbers of its story's blocks in their order: notes that stood elsewhere come last. */
  blocks: number[];
}

/** The key of the chapter with which every file begins. */
export const firstChapterKey = "first";

/**
 * The chapters of a file, at least one. A stretch in which no story stands (a header, the title of a part) belongs
 * to the chapter after it; only at the end of a file can a chapter be empty.
 */
export function chapterSpans(
  reading: ImportReading,
  decisions: Decisions,
  edits: EditsInForce,
): ChapterSpan[] {
  const spans: ChapterSpan[] = [];
  const begins = chapterBegins(reading, decisions);
  let isOpen = false;
  for (const [index, { key, from }] of begins.entries()) {
    const to = begins[index + 1]?.from ?? reading.blocks.length;
    const last = spans.at(-1);
    if (last && isOpen) last.to = to;
    else spans.push({ key, from, to, blocks: [] });
    isOpen = !showsStory(reading, edits, from, to);
  }
  placeBlocks(reading, edits, spans);
  return spans;
}

function chapterBegins(reading: ImportReading, decisions: Decisions): { key: string; from: number }[] {
  const keys = new Map([[0, firstChapterKey]]);
  for (const finding of reading.findings)
    for (const edit of editsOf(finding, decisions))
      if (edit.kind === "begin-chapter" && edit.block < reading.blocks.length && !keys.has(edit.block))
        keys.set(edit.block, finding.id);
  return [...keys].map(([from, key]) => ({ key, from })).sort((a, b) => a.from - b.from);
}

function showsStory(reading: ImportReading, edits: EditsInForce, from: number, to: number): boolean {
  for (let block = from; block < to; block++) {
    const node = reading.blocks[block]?.node;
    if (node && noteNumber(node) === null && tellsSomething(renderBlock(node, edits.of(block)))) return true;
  }
  return false;
}

/** Words or a picture; a scene break, which `hasWords` counts too, begins no chapter by itself. */
function tellsSomething(children: ElementContent[]): boolean {
  return children.some((child) => {
    if (child.type === "text") return /\S/u.test(child.value);
    return child.type === "element" && (child.tagName === "img" || tellsSomething(child.children));
  });
}

/**
 * A note stands at the end of the chapter that refers to it: its own, when that does, else the first. One nobody
 * refers to stays in its chapter.
 */
function placeBlocks({ blocks }: ImportReading, edits: EditsInForce, spans: ChapterSpan[]): void {
  const references = spans.length > 1 ? noteReferences(blocks, edits) : new Map<number, number[]>();
  const typed = typedNoteNumbers(blocks, edits);
  const notes: { block: number; home: ChapterSpan }[] = [];
  for (const span of spans)
    for (let block = span.from; block < span.to; block++) {
      const node = blocks[block]?.node;
      const number = typed.get(block) ?? (node ? noteNumber(node) : null);
      const home = number === null ? span : homeOf(spans, span, references.get(number) ?? []);
      if (home === span) span.blocks.push(block);
      else notes.push({ block, home });
    }
  for (const { block, home } of notes) home.blocks.push(block);
}

function homeOf(spans: ChapterSpan[], own: ChapterSpan, references: number[]): ChapterSpan {
  const [first] = references;
  const isOwn = first === undefined || references.some((block) => block >= own.from && block < own.to);
  return isOwn ? own : (spanOf(spans, first) ?? own);
}

/** The chapter a block stands in; undefined for one the file does not have. */
export function spanOf<Span extends Pick<ChapterSpan, "to">>(spans: Span[], block: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) <= block) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}
