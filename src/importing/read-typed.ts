import { firstChapterKey } from "./chapter-spans.ts";
import type { ReviewChapterValues, ReviewValues } from "./review-values.ts";

/** What the form of a work asks since tags have weights and works can be parts of a series. */
type AskedSince =
  | "sideTags"
  | "mentionedTags"
  | "series"
  | "searchable"
  | "access"
  | "moreSeries"
  | "related";
type EarlierWork = Omit<ReviewValues["work"], AskedSince> & Partial<Pick<ReviewValues["work"], AskedSince>>;

/** How fields were kept while a file could be one chapter only. */
type EarlierValues = { work: EarlierWork; mayArchive: boolean; chapter: ReviewChapterValues };
type KeptValues = Omit<ReviewValues, "work"> & { work: EarlierWork };

/** The fields of a review as they are kept, JSON, also by an earlier release; null when nobody typed any. */
export function readTyped(json: string): ReviewValues | null {
  const kept: KeptValues | EarlierValues | null = JSON.parse(json);
  if (kept === null) return null;
  const work = {
    sideTags: {},
    mentionedTags: {},
    series: { title: "", number: "" },
    moreSeries: [],
    related: [],
    searchable: "yes",
    access: { searchEngines: "", aiCrawlers: "", commentsFrom: "", commentsHeld: "" },
    ...kept.work,
  };
  if ("chapters" in kept) return { ...kept, work };
  const { mayArchive, chapter } = kept;
  return { work, mayArchive, chapters: { [firstChapterKey]: chapter }, pictures: {} };
}
