import type { BlockRange } from "../edit.ts";
import type { ImportLexicon } from "../import-reading.ts";
import { readOfLaterChapter } from "../later-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { labelSigns } from "./label-signs.ts";
import type { LabelField } from "./labels.ts";
import { type HeaderReading, readHeader } from "./read-header.ts";

const longestLine = 300;
const leastLabels = 3;
/** More parts than the longest serials have. */
const mostParts = 500;
const leastAgain = 2;
/** How far under its chapter's heading a header may begin. */
const underHeading = 3;

/**
 * Reads the headers at the top of a text's later parts (T79): those under the headings of chapters, and blocks of
 * labels that repeat the first header's. What they say again is taken out, what differs becomes the part's own.
 *
 * @returns the id of a finding that forbids bringing the story in, or null
 */
export function readLaterHeaders(
  draft: ReadingDraft,
  lexicon: ImportLexicon,
  { storyBegins, storyEnds }: HeaderReading,
): string | null {
  const chapters = chapterStarts(draft);
  const repeated = repeatedHeaders(draft, storyBegins, storyEnds);
  for (const block of repeated) {
    if (chapters.some((start) => start <= block && block - start <= underHeading)) continue;
    const where: BlockRange = { block, from: 0, to: draft.textOf(block).length };
    draft.add({
      kind: "chapter-heading",
      state: "proposed",
      where,
      edits: [{ kind: "begin-chapter", block }],
    });
  }
  const starts = [...new Set([...chapters.map((block) => block + 1), ...repeated])].sort((a, b) => a - b);
  let stop: string | null = null;
  for (const [index, from] of starts.slice(0, mostParts).entries()) {
    const to = Math.min(starts[index + 1] ?? storyEnds, storyEnds);
    if (to <= from || from <= storyBegins) continue;
    stop ??= readOfLaterChapter(draft, () => readHeader(draft, lexicon, { from, to })).stop;
  }
  return stop;
}

function chapterStarts(draft: ReadingDraft): number[] {
  return draft.findings.flatMap(({ edits }) =>
    edits.flatMap((edit) => (edit.kind === "begin-chapter" ? [edit.block] : [])),
  );
}

/** Where three labels or more stand together, two of which the first header has too. */
function repeatedHeaders(draft: ReadingDraft, storyBegins: number, storyEnds: number): number[] {
  const first = new Set<LabelField>();
  for (let block = 0; block < storyBegins; block++) {
    const field = labelOf(draft, block);
    if (field) first.add(field);
  }
  if (first.size < leastAgain) return [];
  const starts: number[] = [];
  let run: { block: number; field: LabelField }[] = [];
  for (let block = storyBegins + 1; block < storyEnds; block++) {
    const field = labelOf(draft, block);
    if (!field) continue;
    const last = run.at(-1);
    if (last && block - last.block > 2) run = [];
    run.push({ block, field });
    const again = run.filter((label) => first.has(label.field)).length;
    if (run.length === leastLabels && again >= leastAgain) starts.push(run[0]?.block ?? block);
  }
  return starts;
}

function labelOf(draft: ReadingDraft, block: number): LabelField | null {
  const text = draft.textOf(block);
  if (text.length > longestLine) return null;
  const [sign] = labelSigns(text);
  return sign?.from === 0 && sign.strong ? sign.field : null;
}
