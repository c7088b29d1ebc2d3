import { align, type Budget } from "./align.ts";
import { addWords, isPicture, type LinePart, partsOf, type SetWords, type StoryLine } from "./story-lines.ts";

/**
 * A run of words that stayed, went, came, or stayed and are set otherwise: then with the marks they gained and lost,
 * and as they are set now.
 */
export type Piece =
  | { change: "same" | "removed" | "added"; words: SetWords[] }
  | { change: "reset"; words: SetWords[]; gained: string[]; lost: string[] };

/** How much of the longer of two lines must have stayed, for the differences to be readable inside them. */
const readableFrom = 0.3;

/** What became of a line, word by word; null when so little stayed that it reads better as one gone and one come. */
export function compareLines(before: StoryLine, after: StoryLine, budget: Budget): Piece[] | null {
  const [parts, others] = [partsOf(before), partsOf(after)];
  const texts = (some: LinePart[]) => some.map(({ text }) => text);
  const pairs = align(texts(parts), texts(others), budget);
  const pieces: Piece[] = [];
  let [one, other, stayed] = [0, 0, 0];
  const changedUntil = (place: number, otherPlace: number) => {
    push(pieces, "removed", parts.slice(one, place));
    push(pieces, "added", others.slice(other, otherPlace));
    [one, other] = [place, otherPlace];
  };
  for (const run of runsOf(pairs)) {
    const [place, otherPlace] = run.start;
    const end = place + run.length;
    const isBetween =
      (place > 0 || otherPlace > 0) && (end < parts.length || otherPlace + run.length < others.length);
    // A blank or a comma that happens to stand on both sides of a change is part of it.
    if (isBetween && !parts.slice(place, end).some(isWord)) continue;
    changedUntil(place, otherPlace);
    for (let index = 0; index < run.length; index += 1) {
      const part = others[otherPlace + index];
      const was = parts[place + index];
      if (!part || !was) continue;
      if (isWord(part)) stayed += 1;
      if (part.format === was.format) push(pieces, "same", [part]);
      else pushReset(pieces, was, part);
    }
    [one, other] = [end, otherPlace + run.length];
  }
  changedUntil(parts.length, others.length);
  const longer = Math.max(parts.filter(isWord).length, others.filter(isWord).length);
  return longer > 0 && stayed < longer * readableFrom ? null : pieces;
}

/** A whole line as one piece. */
export function wholeLine(change: "same" | "removed" | "added", { words }: StoryLine): Piece[] {
  return [{ change, words }];
}

type Run = { start: readonly [number, number]; length: number };

function runsOf(pairs: readonly (readonly [number, number])[]): Run[] {
  const runs: Run[] = [];
  for (const [place, other] of pairs) {
    const last = runs.at(-1);
    if (last && last.start[0] + last.length === place && last.start[1] + last.length === other)
      last.length += 1;
    else runs.push({ start: [place, other], length: 1 });
  }
  return runs;
}

function isWord(part: LinePart): boolean {
  return /[\p{L}\p{N}]/u.test(part.text) || isPicture(part);
}

function push(pieces: Piece[], change: "same" | "removed" | "added", parts: LinePart[]): void {
  if (parts.length === 0) return;
  const last = pieces.at(-1);
  const words = last?.change === change ? last.words : [];
  for (const { text, marks } of parts) addWords(words, { text, marks });
  if (last?.change !== change) pieces.push({ change, words });
}

function pushReset(pieces: Piece[], before: LinePart, after: LinePart): void {
  const gained = without(after.marks, before.marks);
  const lost = without(before.marks, after.marks);
  const words = { text: after.text, marks: after.marks };
  const last = pieces.at(-1);
  if (last?.change === "reset" && isSameList(last.gained, gained) && isSameList(last.lost, lost))
    addWords(last.words, words);
  // A blank by itself looks the same however it is set, and so do words whose marks stand in another order.
  else if (after.text.trim() === "" || gained.length + lost.length === 0) push(pieces, "same", [after]);
  else pieces.push({ change: "reset", words: [words], gained, lost });
}

function without(marks: readonly string[], others: readonly string[]): string[] {
  return marks.filter((mark) => !others.includes(mark));
}

function isSameList(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((mark, index) => mark === other[index]);
}
