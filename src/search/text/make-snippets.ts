import type { Snippet } from "../text-search.ts";
import type { Term } from "./read-terms.ts";
import { isCharacter, type Word, wordsIn } from "./words-in.ts";

/** A passage as it is stored. */
export type StoredPassage = { number: number; chapterId: string; position: number; text: string };

/** Words before the first found, and in all; a character of a script without spaces is less than a word. */
const before = 9;
const inAll = 30;
const weightOfCharacter = 0.5;

/** A stretch of a passage: which words, which of them are found, by which terms. */
type Place = { from: number; after: number; found: Set<number>; terms: Set<number> };

/** A snippet and where in its chapter its first match is, in words. */
export type PlacedSnippet = Snippet & { place: number };

/**
 * The places of a passage that have a term, a stretch of some thirty words each, cut between words.
 *
 * @param count the most that are wanted; those with more of the terms are preferred
 */
export function makeSnippets(
  passage: StoredPassage,
  terms: readonly Term[],
  count: number,
): (PlacedSnippet & { terms: Set<number> })[] {
  const words = wordsIn(passage.text);
  const matches = matchesIn(words, terms);
  const places: Place[] = [];
  for (const match of matches) {
    const last = places.at(-1);
    if (last && match.from < last.after) {
      if (match.after <= last.after) join(last, match);
      continue;
    }
    places.push(placeOf(words, match, last?.after ?? 0));
  }
  return places
    .map((place) => ({ place, rank: place.terms.size }))
    .sort((one, other) => other.rank - one.rank || one.place.from - other.place.from)
    .slice(0, count)
    .map(({ place }) => ({
      chapterId: passage.chapterId,
      place: passage.position + (words[Math.min(...place.found)]?.place ?? 0),
      pieces: piecesOf(passage.text, words, place),
      terms: place.terms,
    }));
}

type Match = { from: number; after: number; term: number };

/** Every row of words that is a term, in the order of the text. */
function matchesIn(words: readonly Word[], terms: readonly Term[]): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < words.length; from++)
    for (const [term, { words: row, isPrefix }] of terms.entries())
      if (stands(words, from, row, isPrefix)) matches.push({ from, after: from + row.length, term });
  return matches;
}

function stands(words: readonly Word[], from: number, row: readonly string[], isPrefix: boolean): boolean {
  const first = words[from]?.place ?? 0;
  for (const [index, wanted] of row.entries()) {
    const word = words[from + index];
    if (!word || word.place !== first + index) return false;
    const isLast = index === row.length - 1;
    if (isPrefix && isLast ? !word.folded.startsWith(wanted) : word.folded !== wanted) return false;
  }
  return true;
}

function placeOf(words: readonly Word[], match: Match, notBefore: number): Place {
  let from = match.from;
  let weight = 0;
  while (from > notBefore && weight < before) weight += weightOf(words[--from]);
  let after = from;
  weight = 0;
  while (after < words.length && (weight < inAll || after < match.after)) weight += weightOf(words[after++]);
  const place: Place = { from, after, found: new Set(), terms: new Set() };
  join(place, match);
  return place;
}

function join(place: Place, { from, after, term }: Match): void {
  place.terms.add(term);
  for (let index = from; index < after; index++) place.found.add(index);
}

const weightOf = (word: Word | undefined) => (word && isCharacter(word.folded) ? weightOfCharacter : 1);

/** The text of a place, words found apart from the rest; an ellipsis where a passage goes on. */
function piecesOf(text: string, words: readonly Word[], { from, after, found }: Place): Snippet["pieces"] {
  const pieces: Snippet["pieces"] = [];
  const add = (piece: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (piece === "") return;
    if (last && last.found === isFound) last.text += piece;
    else pieces.push({ text: piece, found: isFound });
  };
  const startsAmid = from > 0;
  const endsAmid = after < words.length;
  let behind = startsAmid ? (words[from]?.start ?? 0) : 0;
  if (startsAmid) add("… ", false);
  for (let index = from; index < after; index++) {
    const word = words[index];
    if (!word) break;
    // Between two words of one match the space belongs to the match.
    const gap = text.slice(behind, Math.max(behind, word.start)).replace(/\s+/gu, " ");
    add(gap, found.has(index) && found.has(index - 1) && index > from);
    add(text.slice(Math.max(behind, word.start), word.end), found.has(index));
    behind = Math.max(behind, word.end);
  }
  add(
    endsAmid ? `${closing(text.slice(behind))} …` : text.slice(behind).replace(/\s+/gu, " ").trimEnd(),
    false,
  );
  return pieces;
}

/** Signs that belong to the word before them. */
function closing(rest: string): string {
  return /^[^\s\p{L}\p{N}]*/u.exec(rest)?.[0].slice(0, 3) ?? "";
}
