import type { Member } from "../../../../people/person.ts";
import { readStored } from "../../../../story-text/read-stored.ts";
import { typedFromStory } from "../../../../story-text/typed.ts";
import type { Page } from "../../../../ui/page.ts";
import type { Autosave } from "../../../autosaves.ts";
import {
  type ChapterValues,
  chapterValuesOf,
  newChapterValues,
  readChapterValues,
} from "../../../chapter-form.ts";
import type { StorySources } from "../../../story-sources.ts";
import { findWorkChoices } from "../../../work-choices.ts";
import { newWorkValues, readWorkValues, valuesOf } from "../../../work-values.ts";
import { findChapter, findOwnWork } from "../../../works.ts";
import type { WritingParts } from "../desk-parts.ts";
import type { ShownField } from "../field-differences.tsx";
import { shownChapter, shownWork } from "../standing-now.tsx";
import { chapterTitle, workTitle } from "../titles.ts";

/** A form as it stands in the archive beside what was typed into it. */
export type ComparedForm = {
  /** What it is the form of: "Chapter 2, The Lamp". */
  title: string;
  /** BCP 47 tag of the story's language. */
  language: string;
  /** The version that stands; 0 of something new. */
  version: number;
  standing: ShownField[];
  typed: ShownField[];
};

/** Undefined when what it is the form of is not there any more, or not the member's to change. */
export async function findComparedForm(
  page: Page,
  parts: WritingParts,
  member: Member,
  { place, typed }: Autosave,
): Promise<ComparedForm | undefined> {
  const { reading } = parts.database;
  const { t } = page;
  if (place.form === "new-work") {
    const choices = await findWorkChoices(reading, member.accountId, null);
    const { language } = await parts.settings.current();
    const work = readWorkValues(typed, choices);
    return {
      title: workTitle(t, work),
      language: work.language || language,
      version: 0,
      standing: [
        ...shownWork(page, choices, newWorkValues(choices, language)),
        ...shownChapter(page, newChapterValues),
      ],
      typed: [
        ...shownWork(page, choices, work),
        ...shownChapter(page, await inHtml(readChapterValues(typed), parts.tidier)),
      ],
    };
  }
  const work = await findOwnWork(reading, member, place.workId);
  if (!work) return undefined;
  const { language, version } = work;
  if (place.form === "work") {
    const choices = await findWorkChoices(reading, member.accountId, work);
    return {
      title: workTitle(t, work),
      language,
      version,
      standing: shownWork(page, choices, valuesOf(work, choices)),
      typed: shownWork(page, choices, readWorkValues(typed, choices)),
    };
  }
  const values = await inHtml(readChapterValues(typed), parts.tidier);
  const inWork = (chapter: string) => t("{chapter}, {work}", { chapter, work: workTitle(t, work) });
  if (place.form === "new-chapter")
    return {
      title: inWork(values.title || t("A new chapter")),
      language,
      version: 0,
      standing: shownChapter(page, newChapterValues),
      typed: shownChapter(page, values),
    };
  const chapter = await findChapter(reading, work, place.chapterId);
  return (
    chapter && {
      title: inWork(chapterTitle(t, chapter)),
      language,
      version: chapter.version,
      standing: shownChapter(page, chapterValuesOf(chapter)),
      typed: shownChapter(page, values),
    }
  );
}

/** A chapter as the archive itself would show it in the form, to be compared with what stands; as it is where it cannot be read. */
async function inHtml(values: ChapterValues, sources: StorySources): Promise<ChapterValues> {
  if (values.storyAs === "html") return values;
  const story = await sources.readMarkdown(values.story);
  return story === null ? values : { ...values, story: typedFromStory(readStored(story)), storyAs: "html" };
}
