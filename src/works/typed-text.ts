import { picturesWithoutWords } from "../story-text/kept-pictures.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { StoryRefused } from "../story-text/story-refused.ts";
import { noteFromTyped, storyFromTyped } from "../story-text/typed.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import type { Translate } from "../vocabulary/translate.ts";

/** A form's answer: what it means, or one sentence for each field that must be put right. */
export type Parsed<Fields> = { fields: Fields; errors: null } | { fields: null; errors: FieldErrors };

/** Reads the fields of one form, gathering a sentence for each that cannot be kept. */
export type FieldReader = {
  errors: FieldErrors;
  refuse(name: string, sentence: string): void;
  /** A line of text that must not be longer than `most` characters. */
  line(name: string, label: string, typed: string, most: number): string;
  /** Typed text to clean note HTML. */
  note(name: string, label: string, typed: string, most: number): string;
  /** Typed text to clean story HTML; every picture in it has words for those who do not see it, or is decoration. */
  story(name: string, label: string, typed: string, most: number): string;
};

/** Begins to read a form; the sentences are in the language of `t`. Nothing typed is ever cut. */
export function startReading(t: Translate): FieldReader {
  const errors: FieldErrors = {};
  const refuse = (name: string, sentence: string) => {
    errors[name] ??= sentence;
  };
  const fits = (name: string, label: string, typed: string, most: number): boolean => {
    const count = charactersIn(typed);
    if (count <= most) return true;
    refuse(
      name,
      t(
        "“{field}” has {count, number} characters, and there is room for {most, number}. Nothing was cut off.",
        {
          field: label,
          count,
          most,
        },
      ),
    );
    return false;
  };
  const picturesSentence = (count: number) =>
    t(
      '{count, plural, one {One picture in the story has} other {# pictures in the story have}} no words for readers who do not see pictures. Describe what it shows in alt="…", or write alt="" if it is decoration.',
      { count },
    );
  const cleaned = (name: string, clean: () => string): string => {
    try {
      return clean();
    } catch (cause) {
      if (!(cause instanceof StoryRefused)) throw cause;
      refuse(name, t(cause.sentence, cause.values));
      return "";
    }
  };
  return {
    errors,
    refuse,
    line: (name, label, typed, most) => (fits(name, label, typed, most) ? typed : ""),
    note: (name, label, typed, most) =>
      fits(name, label, typed, most) ? cleaned(name, () => serialiseStory(noteFromTyped(typed))) : "",
    story: (name, label, typed, most) =>
      fits(name, label, typed, most)
        ? cleaned(name, () => {
            const story = storyFromTyped(typed);
            const unsaid = picturesWithoutWords(story);
            if (unsaid > 0) refuse(name, picturesSentence(unsaid));
            return serialiseStory(story);
          })
        : "",
  };
}

/** What was read, unless something was refused. */
export function finishReading<Fields>(reader: FieldReader, fields: Fields): Parsed<Fields> {
  return Object.keys(reader.errors).length > 0
    ? { fields: null, errors: reader.errors }
    : { fields, errors: null };
}

/** Characters as a writer counts them: an emoji outside the basic plane is one, not two. */
function charactersIn(text: string): number {
  let count = 0;
  for (const _character of text) count++;
  return count;
}
