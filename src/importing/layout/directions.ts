import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const strong = /\p{L}+/gu;
const opening = /["“„«‘'([]$/u;
const closing = /^[!?…]*["”»’')\]]/u;
/** Enough of a story to know which direction most of it has. */
const sampleLength = 40_000;

interface Run {
  isRight: boolean;
  from: number;
  to: number;
}

/**
 * Keeps passages in a script of the other direction readable (T72): a paragraph that begins in it is read its way,
 * and a run of words inside a paragraph is isolated, so that neither moves the full stop or the quotation marks
 * beside it. No character changes.
 */
export function readDirections(draft: ReadingDraft, paragraphs: StoryParagraph[]): void {
  if (!paragraphs.some(({ text }) => rightToLeft.test(text))) return;
  const mostIsRight = isMostlyRight(paragraphs);
  const edits: Edit[] = [];
  let count = 0;
  let where: ReturnType<StoryParagraph["rangesOf"]>[number] | null = null;
  for (const paragraph of paragraphs) {
    const runs = runsIn(paragraph.text);
    const [first] = runs;
    if (first === undefined || (runs.length === 1 && first.isRight === mostIsRight)) continue;
    if (first.isRight !== mostIsRight || first.isRight)
      for (const block of paragraph.blocks)
        if (draft.blocks[block]?.node.properties.dir === undefined)
          edits.push({ kind: "own-direction", block });
    for (const run of runs) if (run.isRight !== first.isRight) edits.push(...isolated(paragraph, run));
    where ??= paragraph.rangesOf(0, Math.min(80, paragraph.text.length))[0] ?? null;
    count++;
  }
  if (edits.length > 0) draft.add({ kind: "direction", state: "applied", where, count, edits });
}

function isMostlyRight(paragraphs: StoryParagraph[]): boolean {
  let seen = 0;
  let balance = 0;
  for (const { text } of paragraphs) {
    for (const [word] of text.slice(0, sampleLength).matchAll(strong))
      balance += rightToLeft.test(word) ? word.length : -word.length;
    seen += text.length;
    if (seen > sampleLength) break;
  }
  return balance > 0;
}

/** Neighbouring words of one direction are one run, with what stands between them. */
function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: word, index } of text.matchAll(strong)) {
    const isRight = rightToLeft.test(word);
    const last = runs.at(-1);
    if (last?.isRight === isRight) last.to = index + word.length;
    else runs.push({ isRight, from: index, to: index + word.length });
  }
  return runs;
}

/** A run in quotation marks takes them along: they belong to its words. */
function isolated(paragraph: StoryParagraph, { from, to }: Run): Edit[] {
  const { text } = paragraph;
  const after = closing.exec(text.slice(to, to + 8))?.[0].length ?? 0;
  const quoted = opening.test(text.slice(Math.max(0, from - 1), from)) && after > 0;
  return paragraph
    .rangesOf(quoted ? from - 1 : from, quoted ? to + after : to)
    .map((range): Edit => ({ kind: "set-words", as: "isolated", ...range }));
}
