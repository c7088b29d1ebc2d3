import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryExtent } from "./story-lines.ts";

/** `+------+`, `╔══════╗`, `.-----.`, `=======`: the upper or lower edge of a box. */
const edge =
  /^[ \t\u00a0]*(?:[+*.,'`|\u2500-\u257f][-=_~*+.\u2500-\u257f \u00a0]{3,200}[+*.,'`|\u2500-\u257f]|[-=_~*#\u2500-\u257f]{5,200})[ \t\u00a0]*$/u;
/** `| words |`: a line inside one. */
const side = /^[ \t\u00a0]*[|!:\u2500-\u257f*#][^\n]{0,200}[|!:\u2500-\u257f*#][ \t\u00a0]*$/u;
const signs = /[|+\u2500-\u257f]|[-=_~*#.]{2,}|(?<![^\s])[!:*#.](?![^\s])/gu;
const mostLines = 60;
const longestLabel = 300;

/**
 * Keeps a box drawn in signs as it was drawn (T68). Its words are its description, so that who cannot see it hears
 * what stands in it; the writer may give a better one. Whatever else finds something in it steps back.
 *
 * Called before scene breaks are looked for, which a box's edges would be.
 */
export function readDrawings(draft: ReadingDraft, { storyBegins, storyEnds }: StoryExtent): void {
  for (let block = storyBegins; block < storyEnds; block++) {
    const last = endOfBox(draft, block, storyEnds);
    if (last === null) continue;
    const lines = textsOf(draft, block, last);
    const label = labelOf(lines);
    if (label === "") continue;
    draft.add({
      kind: "drawing",
      state: "applied",
      where: { block, from: 0, to: draft.textOf(block).length },
      was: lines.join("\n"),
      becomes: label,
      count: lines.length,
      edits: [{ kind: "group", block, last, as: "drawing", label }],
    });
    block = last;
  }
}

/** The last block of the box that begins with this one; null when none does. */
function endOfBox(draft: ReadingDraft, first: number, end: number): number | null {
  const node = draft.blocks[first]?.node;
  if (node === undefined || (node.tagName !== "p" && node.tagName !== "pre")) return null;
  let hasSides = false;
  const own = draft.textOf(first).split("\n");
  if (!edge.test(own[0] ?? "")) return null;
  if (own.length > 1) return isWholeBox(own) ? first : null;
  for (let block = first + 1; block < Math.min(end, first + mostLines); block++) {
    const text = draft.textOf(block);
    const base = draft.blocks[block];
    if (base?.node.tagName !== "p" || base.gapBefore > 0) return null;
    if (side.test(text) && /[\p{L}\p{N}]/u.test(text)) hasSides = true;
    else if (edge.test(text)) {
      const next = draft.blocks[block + 1];
      const goesOn = next && next.gapBefore === 0 && block + 1 < end && side.test(draft.textOf(block + 1));
      if (hasSides && !goesOn) return block;
    } else if (!side.test(text)) return null;
  }
  return null;
}

function isWholeBox(lines: string[]): boolean {
  const inside = lines.slice(1, -1);
  return (
    edge.test(lines.at(-1) ?? "") &&
    inside.some((line) => side.test(line)) &&
    inside.every((line) => side.test(line) || edge.test(line))
  );
}

function textsOf(draft: ReadingDraft, first: number, last: number): string[] {
  const texts: string[] = [];
  for (let block = first; block <= last; block++) texts.push(draft.textOf(block));
  return texts;
}

function labelOf(lines: string[]): string {
  const words = lines.join(" ").replace(signs, " ").replace(/\s+/gu, " ").trim();
  return words.length > longestLabel ? `${words.slice(0, longestLabel)}…` : words;
}
