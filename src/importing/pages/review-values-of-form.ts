import type { FormValues } from "../../plumbing/http/form-values.ts";
import { chapterFieldNames, readChapterValues } from "../../works/chapter-form.ts";
import type { WorkChoices } from "../../works/work-choices.ts";
import { readWorkValues, workFieldNames } from "../../works/work-values.ts";
import type { ReviewValues } from "../review-values.ts";
import type { PictureAnswer } from "../story-pictures.ts";

/** The names of a review's own fields; those of works, chapters and decisions have their own lists. */
export const reviewFieldNames = {
  version: "version",
  original: "original",
  button: "then",
  mayArchive: "may-archive",
  /** The key of the chapter that the form showed, and the part of it. */
  chapter: "chapter",
  part: "part",
  /** The group of findings that the form showed whole. */
  all: "all",
  /** No field of its own: what must be settled before anything is saved. */
  settle: "settle",
} as const;

/** The names of the fields about a picture, by the picture's name. */
export const pictureFieldNames = {
  words: (name: string) => `picture-words-${name}`,
  decorative: (name: string) => `picture-decorative-${name}`,
} as const;

/**
 * What a review form brought; nothing is checked or changed. Chapters, pictures and a work that the form does not
 * show stay as they stood.
 *
 * @param stood the fields the form was made with
 */
export function readReviewValues(form: FormValues, choices: WorkChoices, stood: ReviewValues): ReviewValues {
  const key = form.text(reviewFieldNames.chapter);
  const { story: _notTypedHere, storyAs: _norSaid, ...chapter } = readChapterValues(form);
  const showsChapter = Object.hasOwn(stood.chapters, key) && form.has(chapterFieldNames.title);
  return {
    work: form.has(workFieldNames.title) ? readWorkValues(form, choices) : stood.work,
    chapters: showsChapter ? { ...stood.chapters, [key]: chapter } : stood.chapters,
    pictures: Object.fromEntries(
      Object.entries(stood.pictures).map(([name, answer]) => [name, readPicture(form, name) ?? answer]),
    ),
    mayArchive: form.has(reviewFieldNames.mayArchive),
  };
}

function readPicture(form: FormValues, name: string): PictureAnswer | null {
  if (!form.has(pictureFieldNames.words(name))) return null;
  return {
    words: form.text(pictureFieldNames.words(name)),
    decorative: form.has(pictureFieldNames.decorative(name)),
  };
}
