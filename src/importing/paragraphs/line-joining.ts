import type { Edit } from "../edit.ts";
import { isOrnament } from "../marks/ornaments.ts";
import type { ReadingDraft } from "../reading-draft.ts";

type Join = Extract<Edit, { kind: "join-lines" }>["with"];

const longestWrapped = 100;
const shortestWrapped = 40;
const mostInShortLine = 60;
const endsSentence = /[.!?…:;][\])"”’'*_»]*\s*$/u;
const beginsNew = /^\s*(?:["“„«‘「『*#>]|[-–—]\s?)/u;
const indent = /^(?:\t| {3,}|\u3000)/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Puts hard-wrapped lines back into paragraphs (T02, T11), and keeps short lines that stand together, such as a
 * letter's or a song's, in one paragraph with line breaks. A text without empty lines keeps one paragraph a line
 * (T03).
 */
export function joinLines(draft: ReadingDraft, storyBegins: number): void {
  const shape = shapeOf(draft, storyBegins);
  const joined: Edit[] = [];
  const broken: Edit[] = [];
  let open = false;
  for (let block = storyBegins + 1; block < draft.blocks.length; block++) {
    const join = joinBetween(draft, block, shape, open);
    open = join === "space" || join === "nothing";
    if (join === "line-break") broken.push({ kind: "join-lines", block, with: join });
    else if (join) joined.push({ kind: "join-lines", block, with: join });
  }
  if (joined.length > 0)
    draft.add({ kind: "joined-lines", state: "applied", count: joined.length, edits: joined });
  if (broken.length > 0)
    draft.add({ kind: "line-breaks", state: "applied", count: broken.length, edits: broken });
}

interface TextShape {
  /** The column lines are wrapped at, or null when they are not. */
  wrappedAt: number | null;
  spacedByEmptyLines: boolean;
}

function shapeOf(draft: ReadingDraft, storyBegins: number): TextShape {
  let close = 0;
  let apart = 0;
  let widest = 0;
  for (let block = storyBegins; block < draft.blocks.length; block++) {
    widest = Math.max(widest, draft.textOf(block).trimEnd().length);
    if (block === storyBegins) continue;
    if (gapBefore(draft, block) > 0) apart++;
    else close++;
  }
  const wrappedAt =
    widest <= longestWrapped && close > 0 && isFilled(draft, storyBegins, widest) ? widest : null;
  return { wrappedAt, spacedByEmptyLines: apart > 0 && (wrappedAt !== null || apart * 4 >= close) };
}

/** In a hard-wrapped text nearly every line but a paragraph's last is so full that no further word would fit. */
function isFilled(draft: ReadingDraft, storyBegins: number, width: number): boolean {
  let filled = 0;
  let lines = 0;
  for (let block = storyBegins + 1; block < draft.blocks.length; block++) {
    if (gapBefore(draft, block) > 0 || indent.test(draft.textOf(block))) continue;
    lines++;
    if (isFull(draft.textOf(block - 1), draft.textOf(block), width)) filled++;
  }
  return lines >= 3 && width >= shortestWrapped && filled >= lines * 0.7;
}

function isFull(line: string, next: string, width: number): boolean {
  const firstWord = next.trimStart().slice(0, longestWrapped).split(/\s/u, 1)[0] ?? "";
  const room = cjk.test(firstWord) ? 1 : firstWord.length + 1;
  // Mail and editors count the column a little differently from line to line.
  return line.trimEnd().length + room > width - 2;
}

function joinBetween(draft: ReadingDraft, block: number, shape: TextShape, open: boolean): Join | null {
  const line = draft.textOf(block - 1);
  const next = draft.textOf(block);
  if (gapBefore(draft, block) > 0 || isOrnament(line) || isOrnament(next)) return null;
  if (isSceneBlock(draft, block) || isSceneBlock(draft, block - 1)) return null;
  if (indent.test(next) && !indent.test(line))
    return shape.spacedByEmptyLines && isVerse(line, next) ? "line-break" : null;
  if (goesOn(line, next, open) || isWrapped(line, next, shape)) return jointOf(line, next);
  if (!shape.spacedByEmptyLines || beginsNew.test(next) || beginsNew.test(line)) return null;
  return isVerse(line, next) ? "line-break" : null;
}

function isVerse(line: string, next: string): boolean {
  return line.trim().length <= mostInShortLine && next.trim().length <= mostInShortLine;
}

/** A line that ends in the middle of a sentence, before one that begins in the middle of one. */
function goesOn(line: string, next: string, open: boolean): boolean {
  const long = line.trimEnd().length >= shortestWrapped || open;
  return long && line.trimEnd().length <= longestWrapped && !endsSentence.test(line) && /^\p{Ll}/u.test(next);
}

function isWrapped(line: string, next: string, shape: TextShape): boolean {
  return shape.wrappedAt !== null && !/^\s/u.test(next) && isFull(line, next, shape.wrappedAt);
}

/** Chinese and Japanese put no space where a line ended. */
function jointOf(line: string, next: string): Join {
  return cjk.test(line.trimEnd().slice(-1)) && cjk.test(next.trimStart().slice(0, 1)) ? "nothing" : "space";
}

function gapBefore(draft: ReadingDraft, block: number): number {
  return draft.blocks[block]?.gapBefore ?? 0;
}

function isSceneBlock(draft: ReadingDraft, block: number): boolean {
  return draft.blocks[block]?.node.tagName === "hr";
}
