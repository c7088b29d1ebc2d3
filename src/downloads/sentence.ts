import type { FactMark, FactName } from "../vocabulary/fact-marks.ts";
import { plainLines } from "./plain-line.ts";

/** A finished sentence in pieces: words of ours, and the names and values in it, which say what they are. */
export type Sentence = (string | FactMark)[];

/** Two code points that are no characters (Unicode, section 23.7), so that no translation holds them. */
const place = /\ufffe(\d+)\uffff/u;

/**
 * Puts pieces into a sentence wherever its translation wants them.
 *
 * @param say makes the sentence, given what stands for each of the pieces
 */
export function sentenceOf(pieces: Sentence[], say: (places: string[]) => string): Sentence {
  const words = say(pieces.map((_, index) => `\ufffe${index}\uffff`));
  return words
    .split(place)
    .flatMap((part, index): Sentence => (index % 2 === 0 ? [part] : (pieces[Number(part)] ?? [])))
    .filter((piece) => piece !== "");
}

/** "A, B and C" as the reader's language says it, each name a piece of its own. */
export function listOf(marks: FactMark[], locale: string): Sentence {
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const left = [...marks];
  return list
    .formatToParts(marks.map(({ words }) => words))
    .map(({ type, value }) => (type === "element" ? (left.shift() ?? value) : value));
}

/** Each of these words as one and the same fact, each once. */
export function marksOf(fact: FactName, words: string[], value?: string): FactMark[] {
  return plainLines(words).map((each) => ({ fact, words: each, ...(value !== undefined && { value }) }));
}

/** The names and values in a sentence, in order. */
export function marksIn(sentence: Sentence): FactMark[] {
  return sentence.filter((piece) => typeof piece !== "string");
}

/** The sentence as words. */
export function wordsOf(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === "string" ? piece : piece.words)).join("");
}
