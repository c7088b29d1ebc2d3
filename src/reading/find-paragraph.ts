import { createHash } from "node:crypto";

/**
 * What finds a paragraph again after its chapter was changed: marks of its own words and of those before and behind it,
 * such as "k3JwQ0aB.x9.…". They say nothing of the words to who does not have them.
 *
 * @param blocks the chapter's blocks as stored
 * @param paragraph its number, from 1
 */
export function marksOfParagraph(blocks: readonly string[], paragraph: number): string {
  return [paragraph, paragraph - 1, paragraph + 1].map((number) => markOf(blocks[number - 1])).join(".");
}

/**
 * The number a paragraph has now: of the paragraph with the same words that lies nearest to where it was; where its words
 * were changed, of the one behind the words that stood before it, or before those that stood behind it; where nothing
 * is left of all that, the number it had.
 */
export function findParagraph(blocks: readonly string[], kept: { paragraph: number; marks: string }): number {
  const [own = "", before = "", behind = ""] = kept.marks.split(".");
  const last = Math.max(1, blocks.length);
  const at = Math.min(Math.max(1, kept.paragraph), last);
  // Where nothing changed, one look is enough.
  if (own !== "" && markOf(blocks[at - 1]) === own) return at;
  const marks = blocks.map(markOf);
  const wanted: [mark: string, step: number][] = [
    [own, 0],
    [before, 1],
    [behind, -1],
  ];
  for (const [mark, step] of wanted) {
    const near = nearest(marks, mark, at - step);
    if (near !== null) return Math.min(Math.max(1, near + step), last);
  }
  return at;
}

/** The number of the mark that lies nearest to a place. */
function nearest(marks: readonly string[], mark: string, at: number): number | null {
  let found: number | null = null;
  if (mark === "") return null;
  for (const [index, one] of marks.entries())
    if (one === mark && (found === null || Math.abs(index + 1 - at) < Math.abs(found - at)))
      found = index + 1;
  return found;
}

/** Letters and numbers alone: an italic or another quotation mark makes no other paragraph. "": there are none. */
function markOf(block: string | undefined): string {
  const words = (block ?? "")
    .replace(/<[^>]*>|&[a-z#0-9]+;/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  return words === "" ? "" : createHash("sha256").update(words).digest("base64url").slice(0, 8);
}
