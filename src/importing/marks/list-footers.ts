import type { Edit } from "../edit.ts";
import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const begins =
  /^\s*(?:--|_{12,}|-{20,}|yahoo! groups (?:links|sponsor)|to unsubscribe\b|\[non-text portions of this message|<\*> to visit your group)/iu;
const surelyOfList =
  /yahoo! groups|yahoogroups|unsubscribe|non-text portions|https?:\/\/|www\.|@[\w-]+\.\w|archived? at|mailing list|list(?:info|serv)|'s fic\b/iu;
const mostLines = 25;
const longestLine = 200;

/**
 * Proposes to take out what a mailing list put below a story (T15): a signature after `--`, the list's links.
 * Gives the block with which it begins, or the one after the story when there is none.
 */
export function proposeListFooter(
  draft: ReadingDraft,
  { storyBegins, storyEnds: length }: HeaderReading,
): number {
  let first = length;
  for (let block = length - 1; block > Math.max(storyBegins, length - mostLines); block--) {
    const text = draft.textOf(block);
    if (text.length > longestLine) break;
    if (/^\s*--/u.test(text) && !/^\s*--\s*$/u.test(text)) continue;
    if (begins.test(text)) first = block;
  }
  const blocks = Array.from({ length: length - first }, (_, index) => first + index);
  if (!blocks.some((block) => surelyOfList.test(draft.textOf(block)))) return length;
  const edits = blocks.map((block): Edit => {
    const range = { block, from: 0, to: draft.textOf(block).length };
    return { kind: "lift-to-field", field: "data", ...range, value: null };
  });
  const was = blocks.map((block) => draft.textOf(block).trim()).join(" ");
  const where = { block: first, from: 0, to: draft.textOf(first).length };
  draft.add({ kind: "list-footer", state: "proposed", where, was, count: edits.length, edits });
  return first;
}
