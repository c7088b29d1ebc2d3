import { chapterLine } from "../header/chapter-line.ts";
import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";

/**
 * Notes the headings of further chapters in the story (T38), so that the writer knows that they stay together
 * as one chapter here.
 */
export function noteChapterHeadings(draft: ReadingDraft, { storyBegins, storyEnds }: HeaderReading): void {
  for (let block = Math.max(1, storyBegins); block < storyEnds; block++) {
    const text = draft.textOf(block);
    if (text.length > 160 || !chapterLine(text.trim())) continue;
    draft.add({ kind: "chapter-heading", state: "noted", where: { block, from: 0, to: text.length } });
  }
}
