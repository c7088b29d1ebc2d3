import type { FormValues } from "../plumbing/http/form-values.ts";
import { readStored } from "../story-text/read-stored.ts";
import { typedFromStory } from "../story-text/typed.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { oneLine } from "./name-list.ts";
import { finishReading, type Parsed, startReading } from "./typed-text.ts";
import type { Chapter } from "./work.ts";
import type { ChapterFields } from "./work-fields.ts";
import type { TextLimits } from "./work-form.ts";
import { typedNote } from "./work-values.ts";

/** What stands in the fields of the chapter form, exactly as typed. */
export type ChapterValues = {
  title: string;
  summary: string;
  notes: string;
  endNotes: string;
  story: string;
  /** What the story is written in: as the text field has it (typed.ts), or in Markdown. */
  storyAs: StorySource;
};

/** The languages of a story's source. */
export type StorySource = "html" | "markdown";

/** The name of every field of the chapter form; none is also a field of the work form, so both fit in one. */
export const chapterFieldNames = {
  title: "chapter-title",
  summary: "chapter-summary",
  notes: "chapter-notes",
  endNotes: "chapter-end-notes",
  story: "story",
  storyAs: "story-as",
} as const;

/** The most characters in a chapter's title. */
export const chapterTitleCharacters = 300;

/** An empty chapter form. */
export const newChapterValues: ChapterValues = {
  title: "",
  summary: "",
  notes: "",
  endNotes: "",
  story: "",
  storyAs: "html",
};

/** What a form brought; nothing is checked or changed. */
export function readChapterValues(form: FormValues): ChapterValues {
  return {
    title: form.text(chapterFieldNames.title),
    summary: form.text(chapterFieldNames.summary),
    notes: form.text(chapterFieldNames.notes),
    endNotes: form.text(chapterFieldNames.endNotes),
    story: form.text(chapterFieldNames.story),
    storyAs: form.text(chapterFieldNames.storyAs) === "markdown" ? "markdown" : "html",
  };
}

/** The form as it is filled from a stored chapter. */
export function chapterValuesOf(chapter: Chapter): ChapterValues {
  return {
    title: chapter.title,
    summary: typedNote(chapter.summary),
    notes: typedNote(chapter.notes),
    endNotes: typedNote(chapter.endNotes),
    story: typedFromStory(readStored(chapter.story)),
    storyAs: "html",
  };
}

/** What the fields of the chapter form are called. */
export function chapterLabels(t: Translate) {
  return {
    title: t("Chapter title"),
    summary: t("Chapter summary"),
    notes: t("Notes before the chapter"),
    endNotes: t("Notes after the chapter"),
    story: t("The story"),
    storyAs: t("Written in"),
  };
}

/**
 * Checks what was typed into the chapter form. A draft may be empty (see `NotReady`). A story in Markdown is to be
 * read first (`readChapter`).
 *
 * @returns the fields, or a sentence in the language of `t` for each field that must be put right, by field name
 */
export function parseChapter(values: ChapterValues, limits: TextLimits, t: Translate): Parsed<ChapterFields> {
  const reader = startReading(t);
  const [names, labels] = [chapterFieldNames, chapterLabels(t)];
  const note = (field: "summary" | "notes" | "endNotes") =>
    reader.note(names[field], labels[field], values[field], limits.noteCharacters);
  return finishReading(reader, {
    title: reader.line(names.title, labels.title, oneLine(values.title), chapterTitleCharacters),
    summary: note("summary"),
    notes: note("notes"),
    endNotes: note("endNotes"),
    story: reader.story(names.story, labels.story, values.story, limits.chapterCharacters),
  });
}
