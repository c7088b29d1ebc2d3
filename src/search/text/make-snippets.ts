import { Turns } from "../../plumbing/jobs/turns.ts";
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

/** A snippet, where its first match is in its chapter, in words, which terms it has, and how telling they are. */
export type PlacedSnippet = Snippet & { place: number; weight: number; terms: ReadonlySet<number> };

/**
 * The places of some passages that have a term, a stretch of some thirty words each, cut between words. Terms that are
 * seldom in these passages tell most: the places are cut round them, and are chosen first.
 *
 * Of a novel full of a word that takes a while; with PostgreSQL it is done where pages are answered, so they are let in.
 *
 * @param count the most that are wanted
 * @returns the best first
 */
export async function makeSnippets(
  passages: readonly StoredPassage[],
  terms: readonly Term[],
  count: number,
): Promise<PlacedSnippet[]> {
  const turns = new Turns();
  const read: { passage: StoredPassage; words: Word[]; matches: Match[] }[] = [];
  for (const passage of passages) {
    if (turns.isOver) await turns.next();
    const words = wordsIn(passage.text);
    read.push({ passage, words, matches: matchesIn(words, terms) });
  }
  const weights = terms.map(
    (_, term) =>
      1 /
      Math.max(
        1,
        read.reduce((sum, { matches }) => sum + matches.filter((match) => match.term === term).length, 0),
      ),
  );
  const best = new Map<string, PlacedSnippet>();
  for (const { passage, words, matches } of read) {
    if (turns.isOver) await turns.next();
    for (const place of placesOf(words, matches, weights)) {
      const at = passage.position + (words[Math.min(...place.found)]?.place ?? 0);
      // Neighbouring passages share some words.
      const key = `${passage.chapterId} ${at}`;
      if (best.has(key)) continue;
      const weight = [...place.terms].reduce((sum, term) => sum + (weights[term] ?? 0), 0);
      best.set(key, {
        chapterId: passage.chapterId,
        place: at,
        weight,
        terms: place.terms,
        pieces: piecesOf(passage.text, words, place),
      });
    }
  }
  return [...best.values()].sort((one, other) => other.weight - one.weight).slice(0, count);
}

/** Stretches that do not overlap, round the most telling matches; what else is found in them is marked too. */
function placesOf(words: readonly Word[], matches: readonly Match[], weights: readonly number[]): Place[] {
  const places: Place[] = [];
  const weightOfMatch = ({ term }: Match) => weights[term] ?? 0;
  const isIn = (match: Match, place: Place) => match.from >= place.from && match.after <= place.after;
  for (const match of [...matches].sort(
    (one, other) => weightOfMatch(other) - weightOfMatch(one) || one.from - other.from,
  )) {
    if (places.some((place) => match.from < place.after && match.after > place.from)) continue;
    places.push(stretchRound(words, match, places));
  }
  for (const match of matches) for (const place of places) if (isIn(match, place)) join(place, match);
  return places;
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

function stretchRound(words: readonly Word[], match: Match, others: readonly Place[]): Place {
  const notBefore = Math.max(
    0,
    ...others.filter(({ after }) => after <= match.from).map(({ after }) => after),
  );
  const notAfter = Math.min(
    words.length,
    ...others.filter(({ from }) => from >= match.after).map(({ from }) => from),
  );
  let from = match.from;
  let weight = 0;
  while (from > notBefore && weight < before) weight += weightOf(words[--from]);
  let after = from;
  weight = 0;
  while (after < notAfter && (weight < inAll || after < match.after)) weight += weightOf(words[after++]);
  return { from, after, found: new Set(), terms: new Set() };
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
