import type { RtfGroup } from "./group.ts";

/** Where the words and control words of a group go (RTF 1.9.1, “Destination control words”). */
export interface Destination {
  /** A control word that is not the same for all destinations. */
  word(word: string, parameter: number | null, group: RtfGroup): void;
  text(words: string, group: RtfGroup): void;
  /** Bytes given as they are (`\bin`). */
  binary?(bytes: Uint8Array): void;
  /** A group inside of the destination begins. */
  opened?(): void;
  /** The destination's own group ends; `outer` is the one around it. */
  ended?(outer: RtfGroup): void;
}

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
