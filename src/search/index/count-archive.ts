import type { ArchiveCounts } from "../../works/archive-counts.ts";
import { forEachRow } from "./bitmap.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";

/** How many works an audience finds in lists, of how many words, by how many writers: a walk over the works in memory. */
export function countArchive(index: FindingIndex, audience: Audience): ArchiveCounts {
  const { bits } = index.audiences[audience];
  let works = 0;
  let words = 0;
  forEachRow(bits, (row) => {
    works++;
    words += index.words.valueAt(row);
  });
  return { works, words, writers: index.writers.countOn(bits) };
}
