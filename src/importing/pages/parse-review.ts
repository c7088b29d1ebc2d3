import type { FieldErrors } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { parseChapter } from "../../works/chapter-form.ts";
import type { ChapterFields } from "../../works/work-fields.ts";
import { parseWork, type TextLimits } from "../../works/work-form.ts";
import type { ImportGoal } from "../finish-import.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import type { OpenReview } from "./open-review.ts";
import { reviewFieldNames } from "./review-values-of-form.ts";

type Parsed =
  | { fields: { goal: ImportGoal; chapter: ChapterFields }; errors: null }
  | { fields: null; errors: FieldErrors };

/**
 * Checks a review before its draft is saved.
 *
 * @returns what to save, or a sentence in the language of `t` for each field that must be put right, by field name
 */
export function parseReview(
  { work, choices }: OpenReview,
  { stop, story }: ReviewOutcome,
  values: ReviewValues,
  limits: TextLimits,
  t: Translate,
): Parsed {
  const goal = work ? null : parseWork(values.work, choices, limits, t);
  const chapter = parseChapter({ ...values.chapter, story: "" }, limits, t);
  const errors: FieldErrors = { ...goal?.errors, ...chapter.errors };
  if (stop !== null && !values.mayArchive)
    errors[reviewFieldNames.mayArchive] = t(
      "The file asks not to be archived. Say that you may bring it in, or forget it.",
    );
  if (story.length > limits.chapterCharacters)
    errors[""] = t(
      "The story has {count, number} characters, and a chapter here has room for {most, number}. Bring it in chapter by chapter.",
      { count: story.length, most: limits.chapterCharacters },
    );
  if (Object.keys(errors).length > 0 || !chapter.fields) return { fields: null, errors };
  const fields = { ...chapter.fields, story };
  if (work) return { fields: { goal: { workId: work.id }, chapter: fields }, errors: null };
  if (!goal?.fields) return { fields: null, errors };
  return { fields: { goal: { workFields: goal.fields }, chapter: fields }, errors: null };
}
