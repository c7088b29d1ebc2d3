import type { FormValues } from "../../plumbing/http/form-values.ts";
import { readChapterValues } from "../../works/chapter-form.ts";
import type { WorkChoices } from "../../works/work-choices.ts";
import { readWorkValues } from "../../works/work-values.ts";
import type { ReviewValues } from "../review-values.ts";

/** The names of a review's own fields; those of works, chapters and decisions have their own lists. */
export const reviewFieldNames = {
  version: "version",
  original: "original",
  button: "then",
  mayArchive: "may-archive",
} as const;

/** What the buttons of a review say by their value. */
export const reviewButtons = { show: "show", save: "save" } as const;

/** What a review form brought; nothing is checked or changed. */
export function readReviewValues(form: FormValues, choices: WorkChoices): ReviewValues {
  const { story: _notTypedHere, ...chapter } = readChapterValues(form);
  return {
    work: readWorkValues(form, choices),
    chapter,
    mayArchive: form.has(reviewFieldNames.mayArchive),
  };
}
