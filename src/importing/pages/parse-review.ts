import type { FieldErrors } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { parseChapter } from "../../works/chapter-form.ts";
import type { ChapterFields } from "../../works/work-fields.ts";
import { parseWork, type TextLimits } from "../../works/work-form.ts";
import type { ImportGoal, ImportResult } from "../finish-import.ts";
import type { FinishedStories } from "../finish-stories.ts";
import { emptyChapterValues, type ReviewValues } from "../review-values.ts";
import type { OpenReview } from "./open-review.ts";
import { pictureFieldNames, reviewFieldNames } from "./review-values-of-form.ts";

/** A review that cannot be saved as it is. */
export type Refused = {
  result: null;
  errors: FieldErrors;
  /** The chapter whose fields must be put right; null when it is none of them. */
  chapter: string | null;
};
type Parsed = { result: ImportResult; errors: null } | Refused;

/**
 * Checks a review before its drafts are saved.
 *
 * @param stop the finding that forbids bringing the story in, or null
 * @returns what to save, or a sentence in the language of `t` for each field that must be put right, by field name
 */
export function parseReview(
  { work, choices }: OpenReview,
  stop: string | null,
  stories: FinishedStories,
  values: ReviewValues,
  limits: TextLimits,
  t: Translate,
): Parsed {
  const goal = work ? null : parseWork(values.work, choices, limits, t);
  const errors: FieldErrors = { ...goal?.errors };
  if (stop !== null && !values.mayArchive)
    errors[reviewFieldNames.mayArchive] = t(
      "The file asks not to be archived. Say that you may bring it in, or forget it.",
    );
  if (stories.unanswered > 0)
    errors[reviewFieldNames.settle] = t(
      "{count, plural, one {# change or comment is not settled yet.} other {# changes and comments are not settled yet.}} Say of each what becomes of it.",
      { count: stories.unanswered },
    );
  const chapters: ChapterFields[] = [];
  let refused: string | null = null;
  for (const story of stories.chapters) {
    const parsed = parseStory(story, values, limits, t);
    if (parsed.fields) chapters.push(parsed.fields);
    else if (refused === null) {
      refused = story.key;
      Object.assign(errors, parsed.errors);
    }
  }
  const [first, ...others] = chapters;
  const target = goalOf(work, goal?.fields ?? null);
  if (Object.keys(errors).length > 0 || refused !== null || first === undefined || target === null)
    return { result: null, errors, chapter: refused };
  return { result: { goal: target, chapters: [first, ...others], kept: stories.kept }, errors: null };
}

type ParsedStory = { fields: ChapterFields; errors: null } | { fields: null; errors: FieldErrors };

function parseStory(
  { key, story, words, undescribed }: FinishedStories["chapters"][number],
  values: ReviewValues,
  limits: TextLimits,
  t: Translate,
): ParsedStory {
  const typed = values.chapters[key] ?? emptyChapterValues();
  const { fields, errors: found } = parseChapter({ ...typed, story: "", storyAs: "html" }, limits, t);
  const errors: FieldErrors = { ...found };
  for (const name of undescribed)
    errors[pictureFieldNames.words(name)] = t(
      "Describe this picture for those who cannot see it, or say that it is decoration.",
    );
  if (story.length > limits.chapterCharacters)
    errors[""] = t(
      "The story has {count, number} characters, and a chapter here has room for {most, number}. Bring it in chapter by chapter.",
      { count: story.length, most: limits.chapterCharacters },
    );
  if (fields === null || Object.keys(errors).length > 0) return { fields: null, errors };
  return { fields: { ...fields, story, wordCount: words }, errors: null };
}

function goalOf(work: OpenReview["work"], workFields: WorkFieldsOrNull): ImportGoal | null {
  if (work) return { workId: work.id };
  return workFields && { workFields };
}

type WorkFieldsOrNull = Extract<ImportGoal, { workFields: unknown }>["workFields"] | null;
