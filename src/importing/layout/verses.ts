import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { type StoryExtent, type StoryLine, storyLines } from "./story-lines.ts";

const longestLine = 60;
/** Spaces to a step of indent. */
const stepWidth = 4;
const endsSentence = /[.!?…][\])"”’'*_»]*\s*$/u;
const speech = /^\s*["“„«‘「『]|^\s*[-–—]\s|["”»」』]\s*$/u;
/** `Name: …` is a line of a chat, a script or a header; a line of a list begins with its number. */
const isNoVerse = /^\s*(?:[^\s:]{1,25}(?: [^\s:]{1,25})?:\s|\d+[.)]\s|[*•>|+@#<[(])/u;

/**
 * Sets verse as verse (T66): short lines in stanzas keep their lines and their indents. Done where lines are
 * indented within a stanza and break in the middle of a sentence, as prose never does; proposed for stanzas of short
 * lines without indents.
 */
export function readVerses(draft: ReadingDraft, extent: StoryExtent): void {
  for (const lines of storyLines(draft, extent)) {
    for (const stanzas of stretchesOf(stanzasOf(lines))) addVerse(draft, stanzas);
  }
}

/** Lines with nothing between them. */
function stanzasOf(lines: StoryLine[]): StoryLine[][] {
  const stanzas: StoryLine[][] = [];
  for (const line of lines) {
    if (line.apart || stanzas.length === 0) stanzas.push([line]);
    else stanzas.at(-1)?.push(line);
  }
  return stanzas;
}

/** Stanzas that follow each other; a single line is one only between or after others, when it is no sentence. */
function stretchesOf(stanzas: StoryLine[][]): StoryLine[][][] {
  const stretches: StoryLine[][][] = [];
  let open: StoryLine[][] = [];
  const close = () => {
    const first = open.findIndex((stanza) => stanza.length > 1);
    if (first >= 0) stretches.push(open.slice(first));
    open = [];
  };
  for (const stanza of stanzas) {
    if (isStanza(stanza) && (stanza.length > 1 || continues(stanza[0]))) open.push(stanza);
    else close();
  }
  close();
  return stretches;
}

function isStanza(lines: StoryLine[]): boolean {
  return lines.every(
    ({ text, isPlaced }) =>
      !isPlaced && text.trim().length <= longestLine && !isNoVerse.test(text) && /\p{L}/u.test(text),
  );
}

/** A single short line that begins in the middle of a sentence, or stops in it. */
function continues(line: StoryLine | undefined): boolean {
  return line !== undefined && !speech.test(line.text) && /^\s*\p{Ll}/u.test(line.text);
}

function addVerse(draft: ReadingDraft, stanzas: StoryLine[][]): void {
  const lines = stanzas.flat();
  const longer = stanzas.filter((stanza) => stanza.length > 1);
  const unended = lines.filter(({ text }) => !endsSentence.test(text)).length;
  const spoken = lines.filter(({ text }) => speech.test(text)).length;
  if (unended * 3 < lines.length || spoken * 2 > lines.length) return;
  const isIndented = longer.some((stanza) =>
    stanza.some((line, index) => breaksInto(stanza[index - 1], line)),
  );
  const isLikely = longer.length >= 2 || longer.some((stanza) => stanza.length >= 4);
  // Two lines alone are an address or a name under a farewell; long lines may be prose whose first lines hang out.
  if (stanzas.length === 1 && lines.length < 3) return;
  const isSure =
    isIndented && lines.reduce((sum, { text }) => sum + text.trim().length, 0) <= lines.length * 45;
  if (!isSure && !isLikely && !isIndented) return;
  const [first] = lines;
  if (first === undefined) return;
  draft.add({
    kind: "verse",
    state: isSure ? "applied" : "proposed",
    where: { block: first.block, from: first.from, to: first.to },
    count: lines.length,
    edits: stanzas.flatMap(editsOfStanza),
  });
}

/** An indented line after one that is less so and stops in the middle of its sentence. */
function breaksInto(before: StoryLine | undefined, line: StoryLine): boolean {
  return (
    before !== undefined && margin(line.text) >= margin(before.text) + 2 && !endsSentence.test(before.text)
  );
}

function editsOfStanza(stanza: StoryLine[]): Edit[] {
  const least = stanza.reduce((narrowest, { text }) => Math.min(narrowest, margin(text)), Infinity);
  return stanza.flatMap((line, index): Edit[] => {
    const { block, to, beginsBlock } = line;
    const edits: Edit[] = [];
    if (index === 0) edits.push({ kind: "stand-apart", block }, { kind: "set-as", block, as: "verse" });
    else if (beginsBlock) edits.push({ kind: "join-lines", block, with: "line-break" });
    const from = line.from + (line.text.length - line.text.trimStart().length);
    // A page's margin is made of spaces that show.
    if (from > line.from) edits.push({ kind: "remove", block, from: line.from, to: from });
    const step = stepOf(margin(line.text) - least);
    if (step !== null) edits.push({ kind: "set-words", as: `step-${step}`, block, from, to });
    return edits;
  });
}

function stepOf(spaces: number): 1 | 2 | 3 | 4 | null {
  const steps = Math.round(spaces / stepWidth);
  if (spaces < 2) return null;
  if (steps >= 4) return 4;
  return steps === 3 ? 3 : steps === 2 ? 2 : 1;
}

/** The width of the space before a line's words; a tab is a step, an ideographic space two columns. */
function margin(text: string): number {
  let width = 0;
  for (const sign of text.slice(0, text.length - text.trimStart().length))
    width += sign === "\t" ? stepWidth : sign === "\u3000" ? 2 : 1;
  return width;
}
