import type { Element } from "hast";
import type { BlockRange, Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { StoryParagraph } from "../story-paragraphs.ts";
import type { StoryExtent } from "./story-lines.ts";

/** `word[1]`, `word¹`, `word*`, `word†`: a mark right after a word or its punctuation. */
const reference =
  /(?<=[\p{L}\p{N}.,;:!?…"”’'»)\]])(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3}|\*{1,3}|[†‡]{1,2})(?![\p{L}\p{N}*])/gu;
/** The same at the beginning of a note. */
const noteMark = /^\s*(\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3}|\*{1,3}|[†‡]{1,2})(?=\s?[\p{L}\p{N}"“‘'«(])/u;
/** Stars belong to the nearest note: further away they are something else. */
const starsReach = 60;
const highestNumber = 9999;

interface Mark {
  sign: string;
  range: BlockRange;
  paragraph: number;
}

interface Note extends Mark {
  last: number;
}

/**
 * Ties notes in a text to the words they are about (T69): `word[1] … [1] A ship.` and `word* … *A ship.` A mark
 * without a note and a numbered note without a mark are listed. Marks stay as they are written.
 */
export function readFootnoteMarks(
  draft: ReadingDraft,
  paragraphs: StoryParagraph[],
  extent: StoryExtent,
): void {
  const waiting = new Map<string, Mark[]>();
  let number = highestIn(draft);
  const tied = tiedBlocks(draft);
  for (const [index, paragraph] of paragraphs.entries()) {
    const [block = 0] = paragraph.blocks;
    if (block < extent.storyBegins || block >= extent.storyEnds) continue;
    const notes = notesIn(draft, tied, paragraph, index);
    for (const mark of referencesIn(draft, tied, paragraph, index, notes)) {
      const marks = waiting.get(mark.sign);
      if (marks) marks.push(mark);
      else waiting.set(mark.sign, [mark]);
    }
    for (const note of notes) {
      const marks = (waiting.get(note.sign) ?? []).filter(
        ({ paragraph: from }) => isNumbered(note) || index - from <= starsReach,
      );
      waiting.set(note.sign, marks);
      if (marks.length === 0) {
        if (isNumbered(note)) addUnmatched(draft, note, "reference");
      } else if (number < highestNumber) {
        addFootnote(draft, note, isNumbered(note) ? marks : marks.slice(-1), ++number);
        waiting.delete(note.sign);
      }
    }
  }
  for (const marks of waiting.values())
    for (const mark of marks) if (isNumbered(mark)) addUnmatched(draft, mark, "note");
}

/**
 * The paragraphs with the stars of notes out of sight, so that two of them do not look like italics between them.
 * Every offset stays what it was.
 */
export function withoutNoteMarks(draft: ReadingDraft, paragraphs: StoryParagraph[]): StoryParagraph[] {
  const blocks = new Set<number>();
  for (const { kind, edits } of draft.findings)
    if (kind === "footnote") for (const edit of edits) if ("block" in edit) blocks.add(edit.block);
  return paragraphs.map((paragraph) => {
    if (!paragraph.blocks.some((block) => blocks.has(block))) return paragraph;
    const text = paragraph.text
      .replace(reference, (sign) => "†".repeat(sign.length))
      .replace(noteMark, (head) => head.replaceAll("*", "†"));
    return {
      text,
      blocks: paragraph.blocks,
      rangesOf: (from: number, to: number) => paragraph.rangesOf(from, to),
    };
  });
}

/** The notes that begin with the paragraph, or with further lines of one that begins with a note. */
function notesIn(draft: ReadingDraft, tied: Set<number>, paragraph: StoryParagraph, index: number): Note[] {
  const notes: Note[] = [];
  for (const block of paragraph.blocks) {
    const node = draft.blocks[block]?.node;
    const text = draft.textOf(block);
    const match = node?.tagName === "p" && !tied.has(block) ? noteMark.exec(text) : null;
    const last = notes.at(-1);
    if (match === null || (last === undefined && block !== paragraph.blocks[0])) {
      if (last === undefined) return [];
      if (last.sign.startsWith("*") && text.includes("*")) return notes.slice(0, -1);
      last.last = block;
      continue;
    }
    const sign = match[1] ?? "";
    const to = match[0].length;
    // A second star in the line closes italics.
    if (sign.startsWith("*") && text.slice(to).includes("*")) return notes;
    notes.push({ sign, range: { block, from: to - sign.length, to }, paragraph: index, last: block });
  }
  return notes;
}

function referencesIn(
  draft: ReadingDraft,
  tied: Set<number>,
  paragraph: StoryParagraph,
  index: number,
  notes: Note[],
): Mark[] {
  const { text } = paragraph;
  const matches = [...text.matchAll(reference)];
  const stars = text.match(/\*+/gu)?.length ?? 0;
  const noteStars = notes.filter(({ sign }) => sign.startsWith("*")).length;
  return matches.flatMap(({ 0: sign, index: at }): Mark[] => {
    if (sign.startsWith("*") && stars - noteStars !== 1) return [];
    const [range, ...others] = paragraph.rangesOf(at, at + sign.length);
    if (!range || others.length > 0 || draft.textIn(range) !== sign) return [];
    if (draft.blocks[range.block]?.node.tagName === "pre" || tied.has(range.block)) return [];
    return [{ sign, range, paragraph: index }];
  });
}

function isNumbered({ sign }: Mark): boolean {
  return /^\[|^[¹²³⁴-⁹⁰]/u.test(sign);
}

function addFootnote(draft: ReadingDraft, note: Note, marks: Mark[], number: number): void {
  const [first, ...again] = marks;
  if (first === undefined) return;
  const words = draft.textOf(note.range.block).slice(note.range.to).trim();
  const edits: Edit[] = [
    { kind: "set-words", as: `note-reference-${number}`, ...first.range },
    ...again.map(({ range }): Edit => ({ kind: "set-words", as: `note-again-${number}`, ...range })),
    { kind: "set-words", as: `way-back-${number}`, ...note.range },
    { kind: "group", block: note.range.block, last: note.last, as: "footnote", note: number },
  ];
  draft.add({
    kind: "footnote",
    state: "applied",
    where: first.range,
    was: first.sign,
    becomes: words.slice(0, 200),
    edits,
  });
}

function addUnmatched(draft: ReadingDraft, mark: Mark, lacks: "reference" | "note"): void {
  draft.add({
    kind: "footnote-unmatched",
    state: "noted",
    where: mark.range,
    was: mark.sign,
    becomes: lacks,
  });
}

/** Notes that a document brought along have numbers already; ours go on from them. */
function highestIn(draft: ReadingDraft): number {
  let highest = 0;
  const look = (node: Element) => {
    const { id } = node.properties;
    const number = typeof id === "string" ? /^note-(\d{1,4})$/u.exec(id)?.[1] : undefined;
    if (number !== undefined) highest = Math.max(highest, Number(number));
    for (const child of node.children) if (child.type === "element") look(child);
  };
  for (const { node } of draft.blocks) look(node);
  return highest;
}

/** The blocks whose notes a document has tied already. */
function tiedBlocks(draft: ReadingDraft): Set<number> {
  const tied = new Set<number>();
  for (const [block, { node }] of draft.blocks.entries()) if (hasNoteLink(node)) tied.add(block);
  return tied;
}

function hasNoteLink(node: Element): boolean {
  const names = node.properties.className;
  if (Array.isArray(names) && (names.includes("noteref") || names.includes("noteback"))) return true;
  return node.children.some((child) => child.type === "element" && hasNoteLink(child));
}
