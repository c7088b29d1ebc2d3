import { foldName } from "../../vocabulary/fold-name.ts";
import { keyOf } from "./name-key.ts";
import { spellingDistance, withoutAccents } from "./spelling-distance.ts";

/** Names offered at most in place of a misspelled one. */
export const mostOffered = 3;

/** How many letters a name of that length may differ by and still be meant. */
export function mostLetters(key: string): number {
  return Math.max(1, Math.floor([...key].length / 4));
}

/** What parts a long name into names people use: "Dracula - Bram Stoker", "西遊記 | Journey to the West". */
const seams = /\s+[-–—|]\s+|[/&(),:]/u;

/**
 * How far a name is from one that was typed, whole or in one of its parts. A name that only has more words to it is
 * nearer than one that is spelled otherwise.
 */
export function distanceOf(known: string, typed: string, most: number): number {
  if (known.includes(typed)) return 0.5;
  const parts = [known, ...known.split(seams).map((part) => part.trim())];
  return Math.min(...parts.map((part) => spellingDistance(part, typed, most)));
}

/** The few names most like one that was typed. */
export function nearest(names: readonly string[], typed: string): string[] {
  const plain = withoutAccents(keyOf(typed));
  if (plain === "") return [];
  const most = mostLetters(plain);
  return names
    .map((name) => ({ name, distance: distanceOf(withoutAccents(foldName(name)), plain, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}
