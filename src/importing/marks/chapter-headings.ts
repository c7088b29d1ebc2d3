import type { BlockRange, Edit } from "../edit.ts";
import type { Reason } from "../finding.ts";
import type { HeaderReading } from "../header/read-header.ts";
import type { NewRecognition, ReadingDraft } from "../reading-draft.ts";
import { type HeadingLine, headingLine, isContents } from "./heading-lines.ts";
import { isOrnament } from "./ornaments.ts";

interface Heading extends HeadingLine {
  block: number;
}

const longestTitle = 70;
/** A longer one is a sentence that somebody set large. */
const longestHeading = 100;
const shownNumbers = 5;
/** How far down a table of contents may begin. */
const topLines = 12;

/**
 * Proposes where further chapters begin (T38): at lines that say so, and at lone numbers or numerals when they run
 * on in order (a lone `iv.` does not count). Where nothing counts, the highest headings that the document itself sets
 * as such are proposed, when there are several with prose between them. A table of contents, a run of headings with no prose between them, is
 * no beginning; nor is the heading at the very top, which is only the first chapter's title.
 */
export function proposeChapterHeadings(draft: ReadingDraft, { storyBegins, storyEnds }: HeaderReading): void {
  const found = headingsIn(draft, storyBegins, storyEnds);
  const listed = tableOfContents(found, storyBegins + topLines);
  if (listed.length > 0) noteContents(draft, listed, storyBegins);
  const counted = inSequence(found.slice(listed.length === 0 ? 0 : found.indexOf(lastOf(listed)) + 1));
  const numbered = counted.some(({ number }) => number !== null);
  const rest = numbered
    ? counted
    : withSetHeadings(draft, counted, { from: (listed.at(-1)?.block ?? storyBegins - 1) + 1, to: storyEnds });
  const untitled = rest.filter(({ title }) => title === null);
  const below = new Map(untitled.flatMap((heading) => titleBelow(draft, heading, storyEnds)));
  // One short line after one heading is a line; under most of them such lines are titles.
  const titlesBelow = below.size >= 2 && below.size * 2 > untitled.length;
  const reasons = sequenceReasons(rest);
  let previous = -1;
  for (const heading of rest) {
    const isTop = !hasProse(draft, storyBegins, heading.block, listed);
    const followsHeading = previous !== -1 && !hasProse(draft, previous + 1, heading.block, []);
    propose(draft, heading, {
      begins: !isTop && !followsHeading,
      below: titlesBelow ? (below.get(heading.block) ?? null) : null,
      reasons: reasons.get(heading.form) ?? [],
    });
    previous = heading.block;
  }
}

function headingsIn(draft: ReadingDraft, from: number, to: number): Heading[] {
  const headings: Heading[] = [];
  for (let block = from; block < to; block++) {
    const text = draft.textOf(block);
    const heading = headingLine(text);
    if (!heading || !standsApart(draft, block, heading.says)) continue;
    headings.push({ ...heading, block });
  }
  return headings;
}

/** A line that says what it is may follow the end of a sentence; a lone number has empty space on either side. */
function standsApart(draft: ReadingDraft, block: number, says: boolean): boolean {
  const here = draft.blocks[block];
  if (here === undefined) return false;
  if (here.kind === "block" || here.gapBefore > 0 || block === 0) {
    const next = draft.blocks[block + 1];
    return says || next === undefined || next.kind === "block" || next.gapBefore > 0;
  }
  const before = draft.textOf(block - 1).trimEnd();
  return says && (/[.!?…:"”’»*)\]=~-]$/u.test(before) || headingLine(before) !== null || isContents(before));
}

/** The headings at the top that follow each other without prose, when they are a list of chapters. */
function tableOfContents(headings: Heading[], before: number): Heading[] {
  const listed = headings.filter(({ says, title }) => says || title !== null);
  const first = listed[0];
  if (first === undefined || first.block > before) return [];
  const run = [first];
  for (const heading of listed.slice(1)) {
    const last = lastOf(run);
    if (heading.block !== last.block + 1) break;
    run.push(heading);
  }
  // When the list begins anew without a line between, its second beginning is the first chapter's heading.
  const again = run.findIndex(
    (heading, index) => index > 1 && heading.number === first.number && heading.form === first.form,
  );
  const list = again === -1 ? run : run.slice(0, again);
  const numbers = list.flatMap(({ number }) => (number === null ? [] : [number]));
  const ascending = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  return list.length >= 3 || (list.length === 2 && numbers.length === 2 && ascending) ? list : [];
}

function lastOf(headings: Heading[]): Heading {
  const last = headings.at(-1);
  if (last === undefined) throw new RangeError("A run of headings has at least one");
  return last;
}

/** The list stays in the story; taking it out is offered. */
function noteContents(draft: ReadingDraft, listed: Heading[], storyBegins: number): void {
  const first = listed[0]?.block ?? 0;
  const announced = first > storyBegins && isContents(draft.textOf(first - 1)) ? first - 1 : first;
  const edits: Edit[] = [];
  for (let block = announced; block <= lastOf(listed).block; block++) {
    const to = draft.textOf(block).length;
    edits.push({ kind: "lift-to-field", field: "data", block, from: 0, to, value: null });
  }
  const where = { block: first, from: 0, to: draft.textOf(first).length };
  draft.add({ kind: "table-of-contents", state: "noted", where, count: listed.length, edits });
}

/** Headings that say so; without any, the longest form of lone numbers that counts on from one (or two). */
function inSequence(headings: Heading[]): Heading[] {
  const said = headings.filter(({ says }) => says);
  if (said.some(({ number }) => number !== null)) return said;
  const counts = new Map<string, Heading[]>();
  for (const heading of headings) {
    if (heading.says || heading.number === null) continue;
    const run = counts.get(heading.form) ?? [];
    const wanted = (run.at(-1)?.number ?? 0) + 1;
    if (heading.number === wanted || (run.length === 0 && heading.number === 2)) run.push(heading);
    counts.set(heading.form, run);
  }
  const longest = [...counts.values()].reduce((best, run) => (run.length > best.length ? run : best), []);
  const withProse = longest.filter(({ block }, index) => block + 1 !== longest[index + 1]?.block);
  // `One.`, `Two.`, `Three.` one after the other are somebody counting.
  const runs = longest.length >= 2 && withProse.length * 2 > longest.length ? longest : [];
  return [...said, ...runs].sort((a, b) => a.block - b.block);
}

/**
 * Adds to a prologue and its like the headings that the document sets as such, of the highest level that has several:
 * `The First Lamp` says nothing by itself. A single heading, or those with no prose between them, are no chapters.
 */
function withSetHeadings(
  draft: ReadingDraft,
  named: Heading[],
  { from, to }: { from: number; to: number },
): Heading[] {
  const levels = new Map<string, Heading[]>();
  for (let block = from; block < to; block++) {
    const tagName = draft.blocks[block]?.node.tagName ?? "";
    const text = draft.textOf(block);
    if (!/^h[1-6]$/u.test(tagName) || text.length > longestHeading || isOrnament(text)) continue;
    if (/\n/u.test(text) || named.some((heading) => heading.block === block)) continue;
    const title = { from: 0, to: text.length };
    const heading: Heading = { form: tagName, number: null, title, says: false, block };
    levels.set(tagName, [...(levels.get(tagName) ?? []), heading]);
  }
  for (const [, alike] of [...levels].sort(([a], [b]) => a.localeCompare(b))) {
    const withProse = alike.filter(({ block }) =>
      hasProse(draft, block + 1, nextHeading(draft, block, to), []),
    );
    if (alike.length + named.length >= 2 && withProse.length === alike.length)
      return [...named, ...alike].sort((a, b) => a.block - b.block);
  }
  return named;
}

/** The next block after this one that is set as a heading, or the end. */
function nextHeading(draft: ReadingDraft, after: number, end: number): number {
  for (let block = after + 1; block < end; block++)
    if (/^h[1-6]$/u.test(draft.blocks[block]?.node.tagName ?? "")) return block;
  return end;
}

/** For each form of heading, how its numbers run on. */
function sequenceReasons(headings: Heading[]): Map<string, Reason[]> {
  const numbers = new Map<string, number[]>();
  for (const { form, number } of headings) {
    if (number === null) continue;
    const alike = numbers.get(form);
    if (alike) alike.push(number);
    else numbers.set(form, [number]);
  }
  const reasons = new Map<string, Reason[]>();
  for (const [form, alike] of numbers) {
    const shown = alike.slice(0, shownNumbers).join(", ") + (alike.length > shownNumbers ? " …" : "");
    if (alike.length > 1) reasons.set(form, [{ why: "in-sequence", numbers: shown }]);
  }
  return reasons;
}

/** A short line under a heading, with prose after it. */
function titleBelow(draft: ReadingDraft, { block }: Heading, end: number): [number, BlockRange][] {
  const text = draft.textOf(block + 1).trim();
  const after = draft.blocks[block + 2];
  if (block + 2 >= end || after === undefined || text.length > longestTitle) return [];
  const isPlain = /^\p{Lu}/u.test(text) && !/[.!?…,;:"”’»]$/u.test(text) && !/["“«]/u.test(text);
  const apart = after.kind === "block" || after.gapBefore > 0;
  if (!isPlain || !apart || headingLine(text) !== null || isOrnament(text)) return [];
  return [[block, { block: block + 1, from: 0, to: draft.textOf(block + 1).length }]];
}

/** Whether anything but ornaments, headings and the table of contents stands in the blocks. */
function hasProse(draft: ReadingDraft, from: number, to: number, listed: Heading[]): boolean {
  const last = listed.at(-1)?.block ?? -1;
  for (let block = Math.max(from, last + 1); block < to; block++) {
    const text = draft.textOf(block);
    if (!isOrnament(text) && !isContents(text)) return true;
  }
  return false;
}

function propose(
  draft: ReadingDraft,
  { block, title }: Heading,
  { begins, below, reasons }: { begins: boolean; below: BlockRange | null; reasons: Reason[] },
): void {
  const where = { block, from: 0, to: draft.textOf(block).length };
  const titles: BlockRange[] = title ? [{ block, from: title.from, to: title.to }] : below ? [below] : [];
  const edits: Edit[] = begins ? [{ kind: "begin-chapter", block }] : [];
  edits.push(
    title
      ? { kind: "lift-to-field", field: "chapterTitle", ...where, value: titles[0] ?? null }
      : { kind: "lift-to-field", field: "data", ...where, value: null },
  );
  if (below) edits.push({ kind: "lift-to-field", field: "chapterTitle", ...below, value: below });
  const recognitions: NewRecognition[] =
    titles.length > 0 ? [{ field: "chapterTitle", passages: titles }] : [];
  const becomes = titles.length > 0 ? "chapterTitle" : null;
  draft.add({ kind: "chapter-heading", state: "proposed", where, becomes, reasons, edits }, ...recognitions);
}
