import type { Edit } from "../edit.ts";
import { isOrnament } from "../marks/ornaments.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { shownLines } from "./shown-lines.ts";

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
  const lines = linesOf(draft);
  const shape = shapeOf(lines, storyBegins);
  const joined: Edit[] = [];
  const broken: Edit[] = [];
  let open = false;
  for (let block = storyBegins + 1; block < lines.length; block++) {
    if (lines[block]?.isJoined) {
      open = true;
      continue;
    }
    const join = joinBetween(lines, block, shape, open);
    open = join === "space" || join === "nothing";
    if (join === "line-break") broken.push({ kind: "join-lines", block, with: join });
    else if (join) joined.push({ kind: "join-lines", block, with: join });
  }
  if (joined.length > 0)
    draft.add({ kind: "joined-lines", state: "applied", count: joined.length, edits: joined });
  if (broken.length > 0)
    draft.add({ kind: "line-breaks", state: "applied", count: broken.length, edits: broken });
}

interface Line {
  text: string;
  /** Whether empty space, or a scene break, stands between it and the line before. */
  apart: boolean;
  isBreak: boolean;
  /** Whether an earlier pass knows already that it goes on from the line before. */
  isJoined: boolean;
}

function linesOf(draft: ReadingDraft): Line[] {
  const shown = shownLines(draft);
  const joined = new Set(
    // The lines of verse and signatures are joined here too: that is how they stand when they are no verse after all.
    draft.findings.flatMap(({ kind, edits }) =>
      kind === "verse" || kind === "letter"
        ? []
        : edits.flatMap((edit) => (edit.kind === "join-lines" ? [edit.block] : [])),
    ),
  );
  const breaks = new Set(
    draft.findings.flatMap(({ edits }) => edits.flatMap((edit) => (standsAlone(edit) ? [edit.block] : []))),
  );
  return shown.map((text, block) => {
    const emptied = block > 0 && !/\S/u.test(shown[block - 1] ?? "");
    return {
      text,
      apart: (draft.blocks[block]?.gapBefore ?? 0) > 0 || emptied,
      isBreak: breaks.has(block) || !/\S/u.test(text) || isOrnament(text),
      isJoined: joined.has(block),
    };
  });
}

/** A scene break, or what may become a heading: no line goes on from it or into it. */
function standsAlone(
  edit: Edit,
): edit is Extract<Edit, { kind: "scene-break" | "begin-chapter" | "set-as" }> {
  return (
    edit.kind === "scene-break" ||
    edit.kind === "begin-chapter" ||
    (edit.kind === "set-as" && edit.as === "heading")
  );
}

interface TextShape {
  /** The column lines are wrapped at, or null when they are not. */
  wrappedAt: number | null;
  spacedByEmptyLines: boolean;
}

function shapeOf(lines: Line[], storyBegins: number): TextShape {
  let close = 0;
  let apart = 0;
  let widest = 0;
  for (const [index, line] of lines.slice(storyBegins).entries()) {
    widest = Math.max(widest, line.text.trimEnd().length);
    if (index === 0) continue;
    if (line.apart) apart++;
    else close++;
  }
  const wrappedAt =
    widest <= longestWrapped && close > 0 && isFilled(lines, storyBegins, widest) ? widest : null;
  return { wrappedAt, spacedByEmptyLines: apart > 0 && (wrappedAt !== null || apart * 4 >= close) };
}

/** In a hard-wrapped text nearly every line but a paragraph's last is so full that no further word would fit. */
function isFilled(lines: Line[], storyBegins: number, width: number): boolean {
  let filled = 0;
  let within = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (index <= storyBegins || before === undefined || line.apart || indent.test(line.text)) continue;
    within++;
    if (isFull(before.text, line.text, width)) filled++;
  }
  return within >= 3 && width >= shortestWrapped && filled >= within * 0.7;
}

function isFull(line: string, next: string, width: number): boolean {
  const firstWord = next.trimStart().slice(0, longestWrapped).split(/\s/u, 1)[0] ?? "";
  const room = cjk.test(firstWord) ? 1 : firstWord.length + 1;
  // Mail and editors count the column a little differently from line to line.
  return line.trimEnd().length + room > width - 2;
}

function joinBetween(lines: Line[], block: number, shape: TextShape, open: boolean): Join | null {
  const before = lines[block - 1];
  const here = lines[block];
  if (!before || !here || here.apart || before.isBreak || here.isBreak) return null;
  const line = before.text;
  const next = here.text;
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
