import { firstChapterKey } from "./chapter-spans.ts";
import type { ReviewChapterValues, ReviewValues } from "./review-values.ts";

/** How fields were kept while a file could be one chapter only. */
type EarlierValues = Pick<ReviewValues, "work" | "mayArchive"> & { chapter: ReviewChapterValues };

/** The fields of a review as they are kept, JSON, also by an earlier release; null when nobody typed any. */
export function readTyped(json: string): ReviewValues | null {
  const kept: ReviewValues | EarlierValues | null = JSON.parse(json);
  if (kept === null || "chapters" in kept) return kept;
  const { work, mayArchive, chapter } = kept;
  return { work, mayArchive, chapters: { [firstChapterKey]: chapter }, pictures: {} };
}
