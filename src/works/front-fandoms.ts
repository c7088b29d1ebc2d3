import type { CountedTag } from "./work-lists.ts";

/** The fandoms on the front page: those with most works, by name, how many there are in all, and their letters. */
export type FrontFandoms = { largest: CountedTag[]; count: number; letters: string[] };
