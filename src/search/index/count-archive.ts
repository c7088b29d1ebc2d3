import type { ArchiveCounts } from "../../works/archive-counts.ts";
import { forEachRow } from "./bitmap.ts";
import type { FindingIndex } from "./finding-index.ts";
import { countedRows, type View } from "./view.ts";

/** How many works somebody finds in lists, of how many words, by how many writers: a walk over the works in memory. */
export function countArchive(index: FindingIndex, view: View): ArchiveCounts {
  const bits = countedRows(index, view);
  let works = 0;
  let words = 0;
  forEachRow(bits, (row) => {
    works++;
    words += index.words.valueAt(row);
  });
  return { works, words, writers: index.writers.countOn(bits) };
}
