import type { Page } from "../../ui/page.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";

/** What a chapter is called: by its title, or by its number. */
export function chapterName(
  { t }: Page,
  { chapters }: ReviewOutcome,
  values: ReviewValues,
  key: string,
): string {
  const number = chapters.findIndex((chapter) => chapter.key === key) + 1;
  return values.chapters[key]?.title || t("Chapter {number}", { number });
}
