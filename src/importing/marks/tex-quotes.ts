import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

/** Accents open and apostrophes close, in pairs: ``Hi,'' and `yes'. */
const doubled = /``(?=\S)([^`\n]{1,4000}?)''/gu;
const single = /(?<![`\p{L}\p{N}])`(?=[^\s`])([^`\n]{1,4000}?)'(?![\p{L}\p{N}'])/gu;

/** Where the apostrophes stand that close a quotation opened by accents. */
export function closingApostrophes(text: string): Set<number> {
  const closing = new Set<number>();
  if (!text.includes("`")) return closing;
  for (const pattern of [doubled, single])
    for (const { 0: whole, index } of text.matchAll(pattern)) closing.add(index + whole.length - 1);
  return closing;
}

/** Offers quotation marks for those typed with accents, as TeX and old newsgroups have them (T51). */
export function proposeTexQuotes(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  const edits: Edit[] = [];
  let first: { paragraph: StoryParagraph; from: number; to: number; becomes: string } | null = null;
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    if (!text.includes("`")) continue;
    for (const [pattern, width, marks] of [
      [doubled, 2, "“”"],
      [single, 1, "‘’"],
    ] as const) {
      for (const { 0: whole, 1: words = "", index } of text.matchAll(pattern)) {
        const end = index + whole.length;
        const opening = paragraph.rangesOf(index, index + width);
        const closing = paragraph.rangesOf(end - width, end);
        const [from, to] = [opening[0], closing[0]];
        if (!from || !to || opening.length + closing.length > 2) continue;
        edits.push(
          { kind: "replace", ...from, with: marks.slice(0, 1) },
          { kind: "replace", ...to, with: marks.slice(1) },
        );
        first ??= { paragraph, from: index, to: end, becomes: `${marks[0]}${words}${marks[1]}` };
      }
    }
  }
  if (first === null) return;
  draft.add({
    kind: "tex-quotes",
    state: "proposed",
    where: first.paragraph.rangesOf(first.from, first.to)[0] ?? null,
    was: first.paragraph.text.slice(first.from, first.to),
    becomes: first.becomes.slice(0, 300),
    count: edits.length,
    edits,
  });
}
