import type { ReadingDraft } from "../reading-draft.ts";
import { type StoryExtent, storyLines } from "./story-lines.ts";

const widths = { least: 50, most: 100 };
const leastMargin = 8;
const longestLine = 60;

/**
 * Centres the lines of a text that were centred with spaces (T62): as much empty space before the line as a page of
 * common width has after it, and none before its neighbours.
 */
export function readCentredLines(draft: ReadingDraft, extent: StoryExtent): void {
  const width = pageWidth(draft, extent);
  for (const lines of storyLines(draft, extent)) {
    for (const [index, { block, text, from, to, apart, beginsBlock }] of lines.entries()) {
      const margin = text.length - text.trimStart().length;
      const length = text.trim().length;
      if (!beginsBlock || margin < leastMargin || length > longestLine || text.includes("\t")) continue;
      if (!isCentred(margin, length, width)) continue;
      const [before, after] = [lines[index - 1], lines[index + 1]];
      const alone =
        (index === 0 || apart) &&
        (after === undefined || after.apart || isIndentedAs(after.text, margin, length));
      const follows =
        before !== undefined && isCentred(marginOf(before.text), before.text.trim().length, width);
      if (!alone && !follows) continue;
      draft.add({
        kind: "centred-line",
        state: "applied",
        where: { block, from, to },
        edits: [
          { kind: "set-as", block, as: "centre" },
          { kind: "stand-apart", block },
        ],
      });
    }
  }
}

/** A column of lines with about the same middle is centred; one with the same margin is only indented. */
function isIndentedAs(next: string, margin: number, length: number): boolean {
  const middle = margin + length / 2;
  const nextMargin = marginOf(next);
  return nextMargin >= leastMargin && Math.abs(nextMargin + next.trim().length / 2 - middle) <= 2;
}

function isCentred(margin: number, length: number, width: number | null): boolean {
  const full = 2 * margin + length;
  return width === null ? full >= widths.least && full <= widths.most : Math.abs(full - width) <= 8;
}

function marginOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The width of the page when the text shows it: that of its longest line, if lines are broken at all. */
function pageWidth(draft: ReadingDraft, extent: StoryExtent): number | null {
  let widest = 0;
  for (let block = extent.storyBegins; block < extent.storyEnds; block++)
    widest = Math.max(widest, draft.textOf(block).trimEnd().length);
  return widest >= widths.least && widest <= widths.most ? widest : null;
}
