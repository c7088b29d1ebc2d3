import { align, type Budget } from "./align.ts";
import { compareLines, type Piece, wholeLine } from "./compare-lines.ts";
import { pairLines } from "./pair-lines.ts";
import { readStored } from "./read-stored.ts";
import { storedBlocks } from "./stored-blocks.ts";
import { lineKey, type StoryLine, storyLines } from "./story-lines.ts";

/** A line of a story beside another state of it; the frames are the blocks it stood and stands in (`StoryLine`). */
export type ComparedLine = {
  kind: "line";
  change: "same" | "removed" | "added" | "changed";
  frame: string;
  /** Where it stood before, if that was in other blocks. */
  frameBefore: string | null;
  pieces: Piece[];
};

/** A block that is the same in both, as it is stored; or a line. */
export type Compared = { kind: "block"; html: string } | ComparedLine;

/** Ways between two sequences, words among them. */
const stepsToAlign = 6_000_000;
/** Looks at which line became which. */
const stepsToPair = 30_000_000;

/**
 * What became of a story, word by word. Blocks that are the same are found first, without reading them; then the
 * lines of those between; then which line became which; and only in those, words. What was moved went in one place and
 * came in another. Two novels that have nothing in common take about a second: where looking longer would be
 * needed, lines are said to be gone and others to have come.
 *
 * @param before @param after stories or notes as they are stored
 */
export function compareStories(before: string, after: string): Compared[] {
  const budgets = { aligning: { steps: stepsToAlign }, pairing: { steps: stepsToPair } };
  const [blocks, others] = [storedBlocks(before), storedBlocks(after)];
  const compared: Compared[] = [];
  let [one, other] = [0, 0];
  const changedUntil = (place: number, otherPlace: number) => {
    const removed = linesOf(blocks.slice(one, place));
    const added = linesOf(others.slice(other, otherPlace));
    for (const line of compareStretch(removed, added, budgets)) compared.push(line);
  };
  for (const [place, otherPlace] of align(blocks, others, budgets.aligning)) {
    changedUntil(place, otherPlace);
    compared.push({ kind: "block", html: others[otherPlace] ?? "" });
    [one, other] = [place + 1, otherPlace + 1];
  }
  changedUntil(blocks.length, others.length);
  return compared;
}

/** Whether anything a reader sees is not the same. */
export function hasChanges(compared: readonly Compared[]): boolean {
  return compared.some((item) => item.kind === "line" && item.change !== "same");
}

type Budgets = { aligning: Budget; pairing: Budget };

function linesOf(blocks: string[]): StoryLine[] {
  return blocks.length === 0 ? [] : storyLines(readStored(blocks.join("\n")));
}

/** Lines between two blocks that are the same. */
function compareStretch(before: StoryLine[], after: StoryLine[], budgets: Budgets): ComparedLine[] {
  if (before.length === 0 || after.length === 0) return goneAndCome(before, after);
  const compared: ComparedLine[] = [];
  let [one, other] = [0, 0];
  const changedUntil = (place: number, otherPlace: number) => {
    const stretch = pairedLines(before.slice(one, place), after.slice(other, otherPlace), budgets);
    for (const line of stretch) compared.push(line);
  };
  for (const [place, otherPlace] of align(before.map(lineKey), after.map(lineKey), budgets.aligning)) {
    changedUntil(place, otherPlace);
    const line = after[otherPlace];
    if (line) compared.push(lineOf("same", line));
    [one, other] = [place + 1, otherPlace + 1];
  }
  changedUntil(before.length, after.length);
  return compared;
}

/** Lines of which none is the same: those that became others, and between them what went and what came. */
function pairedLines(before: StoryLine[], after: StoryLine[], budgets: Budgets): ComparedLine[] {
  const compared: ComparedLine[] = [];
  let [one, other] = [0, 0];
  for (const [place, otherPlace] of pairLines(before, after, budgets.pairing)) {
    const [was, is] = [before[place], after[otherPlace]];
    const pieces = was && is && compareLines(was, is, budgets.aligning);
    if (!pieces) continue;
    const between = goneAndCome(before.slice(one, place), after.slice(other, otherPlace));
    for (const line of between) compared.push(line);
    const frameBefore = was.frame === is.frame ? null : was.frame;
    compared.push({ kind: "line", change: "changed", frame: is.frame, frameBefore, pieces });
    [one, other] = [place + 1, otherPlace + 1];
  }
  return [...compared, ...goneAndCome(before.slice(one), after.slice(other))];
}

function goneAndCome(before: StoryLine[], after: StoryLine[]): ComparedLine[] {
  return [...before.map((line) => lineOf("removed", line)), ...after.map((line) => lineOf("added", line))];
}

function lineOf(change: "same" | "removed" | "added", line: StoryLine): ComparedLine {
  return { kind: "line", change, frame: line.frame, frameBefore: null, pieces: wholeLine(change, line) };
}
