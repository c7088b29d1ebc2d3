import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { rewriteBlocks } from "./rewrite.ts";

const margin = /^[^\S\n]+/u;

/** Takes out the spaces that indent paragraphs (T04, T05, T10) and those at the end of lines. */
export function trimLines(draft: ReadingDraft): void {
  rewriteBlocks(draft, "indents", (text) => {
    const indent = margin.exec(text)?.[0].length ?? 0;
    return indent > 0 ? [{ from: 0, to: indent, with: "" }] : [];
  });
  rewriteBlocks(draft, "trailing-spaces", (text) => {
    const end = text.trimEnd().length;
    return end > 0 && end < text.length ? [{ from: end, to: text.length, with: "" }] : [];
  });
}

/** Offers to make one space of several, of which one does not break lines (T57). */
export function proposeSingleSpaces(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  const edits: Edit[] = [];
  for (const paragraph of paragraphs) {
    for (const match of paragraph.text.matchAll(/(?<=\S)[ \u00a0]{2,}(?=\S)/gu)) {
      for (const range of paragraph.rangesOf(match.index, match.index + match[0].length)) {
        edits.push({ kind: "replace", ...range, with: " " });
      }
    }
  }
  if (edits.length > 0) draft.add({ kind: "double-spaces", state: "proposed", count: edits.length, edits });
}
