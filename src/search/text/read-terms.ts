import { longestPhrase } from "./cut-passages.ts";
import { isCharacter, wordsIn } from "./words-in.ts";

/** Words to be found side by side; `isPrefix`: the last one is only how a word begins. */
export type Term = { words: readonly string[]; isPrefix: boolean };

/** What was typed, as terms that must all occur, and what of it cannot be asked for, as typed. */
export type Terms = { terms: Term[]; unusable: string[] };

/** Terms asked for at once; each costs a look into the index. */
const mostTerms = 10;
/** Characters read of what was typed. */
const mostTyped = 1_000;
/** Letters before a *: with fewer, half of the index would be gathered. */
const shortestPrefix = 2;

const part = /["“”„«»＂]([^"“”„«»＂]*)(?:["“”„«»＂]|$)|[^\s"“”„«»＂]+/gu;

/**
 * Reads what somebody typed to be found inside text: words, "phrases", and beginnings of words with a * behind them.
 * Nothing typed is an error. A piece that is several words ("don’t", "海辺") is asked for as a phrase; a phrase longer
 * than a border between passages allows is asked for in parts.
 */
export function readTerms(typed: string): Terms {
  const read = typed.slice(0, mostTyped);
  const terms = new Map<string, Term>();
  const unusable: string[] = [];
  for (const { 0: whole, 1: quoted } of read.matchAll(part)) {
    const piece = (quoted ?? whole).trim();
    if (piece === "") continue;
    const found = termsOf(piece);
    const added = found.filter((term) => !terms.has(keyOf(term)));
    if (found.length === 0 || terms.size + added.length > mostTerms) unusable.push(whole.trim());
    else for (const term of added) terms.set(keyOf(term), term);
  }
  if (typed.length > mostTyped && typed.slice(mostTyped).trim() !== "")
    unusable.push(typed.slice(mostTyped, mostTyped + 40).trim());
  return { terms: [...terms.values()], unusable: unusable.map((piece) => piece.toWellFormed()) };
}

function termsOf(piece: string): Term[] {
  const words = wordsIn(piece).map(({ folded }) => folded);
  const last = words.at(-1);
  if (last === undefined) return [];
  const isPrefix = /[*＊]$/.test(piece) && !isCharacter(last);
  // What is not letters, and comes before the *, ends the word: "moon-*" is no beginning of one.
  if (isPrefix && !/[\p{L}\p{N}\p{M}][*＊]+$/u.test(piece)) return [{ words, isPrefix: false }];
  if (isPrefix && Array.from(last).length < shortestPrefix) return [];
  const terms: Term[] = [];
  for (let from = 0; from < words.length; from += longestPhrase) {
    const row = words.slice(from, from + longestPhrase);
    terms.push({ words: row, isPrefix: isPrefix && from + longestPhrase >= words.length });
  }
  return terms;
}

function keyOf({ words, isPrefix }: Term): string {
  return `${words.join(" ")}${isPrefix ? "*" : ""}`;
}
