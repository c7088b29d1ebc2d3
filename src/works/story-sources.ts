import type { Translate } from "../vocabulary/translate.ts";
import { type ChapterValues, chapterFieldNames, parseChapter } from "./chapter-form.ts";
import type { Parsed } from "./typed-text.ts";
import type { ChapterFields } from "./work-fields.ts";
import type { TextLimits } from "./work-form.ts";

/** Stories and their Markdown, worked out where no page waits for it; null for what is too long or too deep. */
export type StorySources = {
  /** A story in stored form from its Markdown. */
  readMarkdown(markdown: string): Promise<string | null>;
  /** The Markdown of a story, from what stands in the text field. */
  writeMarkdown(typed: string): Promise<string | null>;
};

/**
 * Checks what was typed into the chapter form, whatever its story is written in.
 *
 * @returns as `parseChapter`
 */
export async function readChapter(
  values: ChapterValues,
  limits: TextLimits,
  t: Translate,
  sources: StorySources,
): Promise<Parsed<ChapterFields>> {
  if (values.storyAs === "html" || values.story.trim() === "") return parseChapter(values, limits, t);
  const story = await sources.readMarkdown(values.story);
  if (story !== null) return parseChapter({ ...values, story }, limits, t);
  const { errors } = parseChapter({ ...values, story: "" }, limits, t);
  const sentence = t(
    "This Markdown cannot be read as a story: it is too long, or its lists and quotations lie too deep in one another. Nothing was lost.",
  );
  return { fields: null, errors: { ...errors, [chapterFieldNames.story]: sentence } };
}

/** The same chapter with its story in Markdown; as it is where that cannot be done. */
export async function inMarkdown(values: ChapterValues, sources: StorySources): Promise<ChapterValues> {
  if (values.storyAs === "markdown") return values;
  const story = values.story === "" ? "" : await sources.writeMarkdown(values.story);
  return story === null ? values : { ...values, story, storyAs: "markdown" };
}
