import { numberNotesOn } from "../story-text/footnote-ids.ts";
import type { DownloadableWork } from "./downloadable-work.ts";

/** The work with ids of its footnotes that can stand in one file together. */
export function withNotesNumberedOn(work: DownloadableWork): DownloadableWork {
  const texts = numberNotesOn(work.chapters.map(({ text }) => text));
  return {
    ...work,
    chapters: work.chapters.map((chapter, index) => ({ ...chapter, text: texts[index] ?? chapter.text })),
  };
}
