import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

const spaced = /\.(?: \.){2,5}/gu;

/**
 * Puts spaces that do not break lines between spaced dots (T55): `. . .` at the end of a line must not leave a dot
 * alone on the next. No word changes (docs/decisions/0012-typography-decisions.md).
 */
export function keepSpacedDots(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  const edits: Edit[] = [];
  let count = 0;
  let where: ReturnType<StoryParagraph["rangesOf"]>[number] | null = null;
  for (const paragraph of paragraphs) {
    for (const { 0: dots, index } of paragraph.text.matchAll(spaced)) {
      const [range, ...others] = paragraph.rangesOf(index, index + dots.length);
      if (!range || others.length > 0 || draft.textIn(range) !== dots) continue;
      for (let at = range.from + 1; at < range.to; at += 2)
        edits.push({ kind: "replace", block: range.block, from: at, to: at + 1, with: "\u00a0" });
      where ??= range;
      count++;
    }
  }
  if (count > 0) draft.add({ kind: "spaced-dots", state: "applied", where, count, edits });
}
