import { wordsIn } from "./words-in.ts";

/**
 * A piece of a chapter that is searched as one: where it begins among the chapter's words, its text, and its words, each at
 * its place; null where nothing stands, between blocks.
 */
export type Passage = { position: number; text: string; words: (string | null)[] };

/** Words of one passage. */
const passageLength = 800;
/** Words that two neighbouring passages share. */
const overlap = 31;
/** The longest row of words that lies whole in one passage wherever it begins. */
export const longestPhrase = overlap + 1;
/** PostgreSQL keeps 255 places of a word in a tsvector (textsearch-limitations); a passage ends before. */
const mostPlaces = 250;

/**
 * Cuts a text into passages, each sharing its last words with the next, so that a phrase across a border is found.
 *
 * @param text as `searchableText` gives it
 */
export function cutPassages(text: string): Passage[] {
  const words = wordsIn(text);
  const passages: Passage[] = [];
  for (let first = 0; first < words.length; ) {
    const counts = new Map<string, number>();
    let after = first;
    for (; after < words.length && after - first < passageLength; after++) {
      const folded = words[after]?.folded ?? "";
      const count = (counts.get(folded) ?? 0) + 1;
      if (count > mostPlaces) break;
      counts.set(folded, count);
    }
    const position = words[first]?.place ?? 0;
    const row: (string | null)[] = [];
    for (const { folded, place } of words.slice(first, after)) {
      while (row.length < place - position) row.push(null);
      row.push(folded);
    }
    const from = words[first - 1]?.end ?? 0;
    passages.push({
      position,
      text: text.slice(from, words[after]?.start ?? text.length).trim(),
      words: row,
    });
    if (after >= words.length) break;
    first = after - overlap;
  }
  return passages;
}
