import { foldLetters } from "./fold-letters.ts";

/** A word of a text: as it is compared, where it stands, and its place among the words. */
export type Word = { folded: string; start: number; end: number; place: number };

/** What is inside words without being seen: soft hyphens, joiners, signs of direction. */
const unseen = "\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff";
const run = new RegExp(`[\\p{L}\\p{N}\\p{M}${unseen}]+`, "gu");

/** A letter and what hangs on it, or the parts of one Korean syllable. */
const cluster = new RegExp(
  `(?:[\\u1100-\\u115f\\ua960-\\ua97c][\\u1160-\\u11a7\\ud7b0-\\ud7c6]*[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]*|[\\s\\S])[\\p{M}\\uff9e\\uff9f${unseen}]*`,
  "gu",
);

/** Scripts written without spaces, and Korean, which writes its particles onto its words. */
const characterScript =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const characters = /[\s\S]\p{M}*/gu;

/** Letters of a word that are compared; nobody means more. */
const longestWord = 60;

/** Whether the folded word is one character of a script written without spaces. */
export function isCharacter(folded: string): boolean {
  return characterScript.test(folded);
}

/**
 * The words of a text in order: runs of letters and digits, and each character of a script without spaces by itself,
 * so that any part of what is written there can be asked for. Apostrophes and hyphens part ("don’t" is "don", "t", as
 * "l’été" is "l", "été"): whoever asks for several at once asks for them side by side. An empty line, which stands
 * between blocks, takes a place of its own, so that no words are side by side across it.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let place = 0;
  let behind = 0;
  for (const { 0: letters, index } of text.matchAll(run)) {
    if (words.length > 0 && text.slice(behind, index).includes("\n\n")) place += 1;
    const before = words.length;
    addWords(letters, index, place, words);
    if (words.length === before) continue;
    place += words.length - before;
    behind = index + letters.length;
  }
  return words;
}

function addWords(letters: string, from: number, firstPlace: number, words: Word[]): void {
  let place = firstPlace;
  const add = (folded: string, start: number, end: number) => {
    if (folded === "") return;
    words.push({ folded: folded.length > longestWord ? shortened(folded) : folded, start, end, place });
    place += 1;
  };
  if (/^[\x20-\x7e]+$/.test(letters)) {
    add(letters.toLowerCase(), from, from + letters.length);
    return;
  }
  let word = "";
  let start = from;
  let end = from;
  for (const { 0: sign, index } of letters.matchAll(cluster)) {
    const folded = foldLetters(sign);
    const at = from + index;
    if (folded >= "\u0e00" && isCharacter(folded)) {
      add(word, start, end);
      word = "";
      for (const character of folded.match(characters) ?? []) add(character, at, at + sign.length);
    } else if (folded !== "") {
      if (word === "") start = at;
      word += folded;
      end = at + sign.length;
    }
  }
  add(word, start, end);
}

function shortened(folded: string): string {
  return Array.from(folded).slice(0, longestWord).join("");
}
