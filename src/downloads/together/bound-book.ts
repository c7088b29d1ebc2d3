import type { BookPart } from "../epub/part-format.ts";

/** A book of several works, as it can be carried away: nothing in it but what its reader may see. */
export type BoundBook = {
  /** Absolute. */
  url: string;
  title: string;
  text: string;
  keeper: string | null;
  isSeries: boolean;
  changedAt: number;
  archiveName: string;
  archiveUrl: string;
};

/** A work in it: what its part says, or null where there was no room for it. */
export type BoundPart = {
  workId: string;
  url: string;
  title: string;
  language: string;
  authors: string[];
  note: string;
  part: BookPart | null;
};
