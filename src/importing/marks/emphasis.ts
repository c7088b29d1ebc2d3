import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import { type EmphasisMark, emphasisMarks, type MarkedStretch, pairMarks } from "./emphasis-marks.ts";

const mostParagraphs = 40;

interface OpenMark {
  index: number;
  paragraph: StoryParagraph;
  mark: EmphasisMark;
}

/** Turns emphasis typed with marks into italics and bold (T20–T25), each stretch as a finding of its own. */
export function readEmphasis(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  let open: OpenMark | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { stretches, alone } = pairMarks(paragraph.text, emphasisMarks(paragraph.text));
    for (const stretch of stretches) addStretch(draft, paragraph, stretch);
    const [only, ...others] = alone.filter((mark) => mark.mark !== "/");
    if (others.length > 0 || (open && index - open.index > mostParagraphs)) open = null;
    else if (only && open && endsWith(paragraph, only) && only.mark === open.mark.mark) {
      addAcross(draft, paragraphs.slice(open.index, index + 1), open.mark, only);
      open = null;
    } else if (only) open = beginsWith(paragraph, only) ? { index, paragraph, mark: only } : null;
  }
}

function beginsWith(paragraph: StoryParagraph, mark: EmphasisMark): boolean {
  return mark.opens && paragraph.text.slice(0, mark.at).trim() === "";
}

function endsWith(paragraph: StoryParagraph, mark: EmphasisMark): boolean {
  return mark.closes && /^[\s"”'’.,!?…]*$/u.test(paragraph.text.slice(mark.at + mark.width));
}

function addStretch(
  draft: ReadingDraft,
  paragraph: StoryParagraph,
  { from, to, width, as }: MarkedStretch,
): void {
  const where = paragraph.rangesOf(from, to)[0] ?? null;
  const becomes = paragraph.text.slice(from + width, to - width);
  const edits = [
    ...removals(paragraph, from, from + width),
    ...emphasised(paragraph, from + width, to - width, as),
    ...removals(paragraph, to - width, to),
  ];
  draft.add({
    kind: "emphasis",
    state: "applied",
    where,
    was: paragraph.text.slice(from, to),
    becomes,
    edits,
  });
}

/** One stretch over several paragraphs is one finding (T23). */
function addAcross(
  draft: ReadingDraft,
  paragraphs: StoryParagraph[],
  opening: EmphasisMark,
  closing: EmphasisMark,
): void {
  const as = opening.width === 2 ? "strong" : "em";
  const last = paragraphs.length - 1;
  const edits: Edit[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const from = index === 0 ? opening.at + opening.width : 0;
    const to = index === last ? closing.at : paragraph.text.length;
    if (index === 0) edits.push(...removals(paragraph, opening.at, from));
    edits.push(...emphasised(paragraph, from, to, as));
    if (index === last) edits.push(...removals(paragraph, to, to + closing.width));
  }
  const was = paragraphs.map(({ text }) => text).join(" ");
  const where = paragraphs[0]?.rangesOf(opening.at, paragraphs[0].text.length)[0] ?? null;
  draft.add({ kind: "emphasis", state: "applied", where, was, count: paragraphs.length, edits });
}

function removals(paragraph: StoryParagraph, from: number, to: number): Edit[] {
  return paragraph.rangesOf(from, to).map((range) => ({ kind: "remove", ...range }));
}

function emphasised(paragraph: StoryParagraph, from: number, to: number, as: "em" | "strong"): Edit[] {
  return paragraph.rangesOf(from, to).map((range) => ({ kind: "emphasise", as, ...range }));
}
