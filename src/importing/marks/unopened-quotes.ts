import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

/**
 * Notes closing quotation marks that nothing opened (T47). A quotation that stays open to the end of its
 * paragraph is how speech over several paragraphs is written, and is no fault (T48).
 */
export function noteUnopenedQuotes(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  if (!paragraphs.some(({ text }) => text.includes("“"))) return;
  if (paragraphs.some(({ text }) => /„|(?:^|\s)”\p{L}/u.test(text))) return;
  for (const paragraph of paragraphs) {
    let open = false;
    for (const mark of paragraph.text.matchAll(/[“”"]/g)) {
      if (mark[0] !== "”") open = mark[0] === "“" ? true : !open;
      else if (open || /\d/u.test(paragraph.text[mark.index - 1] ?? "")) open = false;
      else {
        const from = Math.max(0, mark.index - 60);
        const where = paragraph.rangesOf(from, mark.index + 1).at(-1) ?? null;
        draft.add({ kind: "quote-unopened", state: "noted", where });
        break;
      }
    }
  }
}
