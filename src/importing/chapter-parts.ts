import { countWordsIn } from "./chapter-words.ts";
import type { EditsInForce } from "./edits-in-force.ts";
import type { BaseBlock, ImportedChapter } from "./import-reading.ts";
import { jointOf } from "./joint-of.ts";
import { noteNumber, noteReferences, typedNoteNumbers } from "./note-places.ts";

/** A stretch of a chapter that a review shows at once. */
export type ChapterPart = Pick<ImportedChapter, "from" | "to" | "blocks">;

/** A chapter of more words is shown in parts: two panes of it would be slow to open on an old phone. */
const wordsAtOnce = 15_000;
/** About how many words a part has then. */
const wordsOfPart = 10_000;

/**
 * The parts a chapter is shown in; a chapter that is not long is its own only part. A part begins where a paragraph
 * begins, never amid a letter or another group, and has the notes that it refers to.
 */
export function chapterParts(
  blocks: BaseBlock[],
  edits: EditsInForce,
  chapter: ImportedChapter,
): [ChapterPart, ...ChapterPart[]] {
  if (countWordsIn(blocks, edits, chapter.blocks) <= wordsAtOnce) return [chapter];
  const [first, ...others] = stretches(blocks, edits, chapter);
  if (first === undefined || others.length === 0) return [chapter];
  const parts: [ChapterPart, ...ChapterPart[]] = [first, ...others];
  placeBlocks(blocks, edits, chapter, parts);
  return parts;
}

function stretches(blocks: BaseBlock[], edits: EditsInForce, { from, to }: ImportedChapter): ChapterPart[] {
  const parts: ChapterPart[] = [];
  let begin = from;
  let words = 0;
  let groupedUpTo = -1;
  for (let block = from; block < to; block++) {
    const own = edits.of(block);
    const mayBegin = block > groupedUpTo && jointOf(own) === null;
    if (words >= wordsOfPart && mayBegin) {
      parts.push({ from: begin, to: block, blocks: [] });
      begin = block;
      words = 0;
    }
    for (const edit of own) if (edit.kind === "group") groupedUpTo = Math.max(groupedUpTo, edit.last);
    words += countWordsIn(blocks, edits, [block]);
  }
  parts.push({ from: begin, to, blocks: [] });
  return parts;
}

function placeBlocks(
  blocks: BaseBlock[],
  edits: EditsInForce,
  chapter: ImportedChapter,
  parts: [ChapterPart, ...ChapterPart[]],
): void {
  const references = noteReferences(blocks, edits);
  const typed = typedNoteNumbers(blocks, edits);
  const partOf = (block: number) => parts.find(({ from, to }) => block >= from && block < to);
  const last = parts.at(-1) ?? parts[0];
  for (const block of chapter.blocks) {
    const node = blocks[block]?.node;
    const number = typed.get(block) ?? (node ? noteNumber(node) : null);
    const referring = number === null ? [] : (references.get(number) ?? []);
    const home = referring.map(partOf).find((part) => part !== undefined) ?? partOf(block) ?? last;
    home.blocks.push(block);
  }
}
