import type { TagWeight } from "../../tags/tags.ts";

/**
 * A tag on a row together with how much it matters, as one number: postings keep them so, and the rows a tag is main
 * on, stands at the side of, or is mentioned on are three lists that share no row.
 */
export type TagKey = number;

export const weightBits = 2;
export const mentionBits = 2;
const bitsOfWeight = { main: 0, side: 1, mention: mentionBits } as const;
const weightsOfBits: readonly TagWeight[] = ["main", "side", "mention"];

export function tagKey(tag: number, weight: TagWeight): TagKey {
  return (tag << weightBits) | bitsOfWeight[weight];
}

export function tagOfKey(key: TagKey): number {
  return key >>> weightBits;
}

export function weightOfKey(key: TagKey): TagWeight {
  return weightsOfBits[key & 3] ?? "main";
}

/** The key of another tag with the same weight. */
export function movedKey(key: TagKey, tag: number): TagKey {
  return (tag << weightBits) | (key & 3);
}

/** The greater of two weights: main before side before mention. */
export function isGreater(one: TagWeight, other: TagWeight): boolean {
  return bitsOfWeight[one] < bitsOfWeight[other];
}

/** Adds a key to those of a row, where a tag stands once, with its greatest weight. */
export function addGreatest(keys: number[], key: TagKey): void {
  for (let at = 0; at < keys.length; at++) {
    const known = keys[at] ?? 0;
    if (tagOfKey(known) !== tagOfKey(key)) continue;
    keys[at] = Math.min(known, key);
    return;
  }
  keys.push(key);
}
