import type { Child } from "hono/jsx";
import type { ArchiveContext } from "../people/request.ts";
import type { Chapter, Work } from "./work.ts";

/** What another room does for somebody who reads: keeps their place, and leads back to it. */
export type ReadingAids = {
  /** The address of the script that tells where they are. */
  script: string;
  /** What the script needs to know, as attributes of the element a chapter's words are in. */
  attributesOf: (chapter: Chapter) => Record<string, string>;
  /** A chapter's words with their place marked in it. @param html as they stand on the page */
  markPlace: (chapter: Chapter, html: string) => string;
  /** What stands before the words. */
  before: Child;
};

/** Helps whoever opened these chapters; null for who needs no help, and for every visitor (keep-visitor-pages.ts). */
export type AidReading = (
  context: ArchiveContext,
  work: Work,
  chapters: readonly Chapter[],
) => Promise<ReadingAids | null>;
