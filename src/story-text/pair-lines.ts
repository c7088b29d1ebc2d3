import type { Budget, Pair } from "./align.ts";
import { characterScripts } from "./count-words.ts";
import type { StoryLine } from "./story-lines.ts";

/** How much of two lines must be the same words for the one to have become the other. */
const alikeEnough = 0.45;
/** A line is looked for at least so far from where it would stand by its number, and farther in shorter stretches. */
const nearest = 12;
const looksInStretch = 50_000;
/** Pairs of lines that are looked at in one stretch: what is kept of each takes room. */
const mostLooks = 2_000_000;

/**
 * Which lines of a changed stretch became which others: those that have most words in common, in the same order.
 * When the budget is spent, or the stretch is too long for it, none.
 */
export function pairLines(before: StoryLine[], after: StoryLine[], budget: Budget): Pair[] {
  const [rows, columns] = [before.length, after.length];
  const reach = Math.ceil(Math.max(nearest, nearest * (columns / rows), looksInStretch / rows));
  const width = Math.min(columns, 2 * reach + 1);
  if (rows === 0 || columns === 0 || rows * width > mostLooks) return [];
  const numbers = new Map<string, number>();
  const [bags, others] = [before, after].map((lines) => lines.map((line) => bagOf(line, numbers)));
  const firstOf = (row: number) =>
    Math.max(0, Math.min(columns - width, Math.round((row * columns) / rows) - reach));
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(width));
  const likeness = Array.from({ length: rows }, () => new Float64Array(width));
  /** The best sum from this row and column on. */
  const sum = (row: number, column: number) => {
    if (row >= rows || column >= columns) return 0;
    const place = column - firstOf(row);
    return best[row]?.[Math.max(0, place)] ?? 0;
  };
  for (let row = rows - 1; row >= 0; row -= 1) {
    const first = firstOf(row);
    for (let place = width - 1; place >= 0; place -= 1) {
      const column = first + place;
      const alike = likenessOf(bags?.[row], others?.[column], budget);
      if (budget.steps <= 0) return [];
      const together = alike >= alikeEnough ? alike + sum(row + 1, column + 1) : 0;
      const mine = best[row];
      const alikes = likeness[row];
      if (mine) mine[place] = Math.max(together, sum(row + 1, column), sum(row, column + 1));
      if (alikes) alikes[place] = alike;
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    column = Math.max(column, firstOf(row));
    const alike = likeness[row]?.[column - firstOf(row)] ?? 0;
    const value = sum(row, column);
    if (alike >= alikeEnough && value === alike + sum(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (value === sum(row, column + 1) && column - firstOf(row) + 1 < width) column += 1;
    else row += 1;
  }
  return pairs;
}

const hasNoSpaces = new RegExp(`[${characterScripts}]`, "u");

/** The words of a line by number, sorted; roughly cut, because every line of a long stretch is. */
function bagOf({ words }: StoryLine, numbers: Map<string, number>): Int32Array {
  const cut = words
    .flatMap(({ text }) => (hasNoSpaces.test(text) ? [...text] : text.split(/[\s.,;:!?"“”—…]+/)))
    .filter((word) => word !== "");
  const counted = cut.length > 0 ? cut : words.map(({ text }) => text);
  return Int32Array.from(counted, (word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  }).sort();
}

/** Twice what two bags share, of all they have: 1 for the same words, 0 for none (Dice, 1945). */
function likenessOf(one: Int32Array | undefined, other: Int32Array | undefined, budget: Budget): number {
  budget.steps -= 1;
  if (!one || !other || one.length + other.length === 0) return 0;
  const all = one.length + other.length;
  if ((2 * Math.min(one.length, other.length)) / all < alikeEnough) return 0;
  budget.steps -= all;
  let [shared, index, place] = [0, 0, 0];
  while (index < one.length && place < other.length) {
    const difference = (one[index] ?? 0) - (other[place] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) index += 1;
    if (difference >= 0) place += 1;
  }
  return (2 * shared) / all;
}
