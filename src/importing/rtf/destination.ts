import type { Destination, RtfGroup } from "./group.ts";

/** What is no part of the story, with everything in it. */
export const nowhere: Destination = { word() {}, text() {} };

/** What has no words of its own, but may hold destinations that have. */
export const silent: Destination = { word() {}, text() {} };

/** A destination of plain words, given to `take` when they are all there. */
export function wordsFor(take: (words: string, outer: RtfGroup) => void): Destination {
  const parts: string[] = [];
  return {
    word() {},
    text(words) {
      parts.push(words);
    },
    ended(outer) {
      take(parts.join(""), outer);
    },
  };
}
