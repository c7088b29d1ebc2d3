import type { Member } from "../../../../people/person.ts";
import type { Page } from "../../../../ui/page.ts";
import type { Autosave } from "../../../autosaves.ts";
import { chapterValuesOf, newChapterValues, readChapterValues } from "../../../chapter-form.ts";
import { findWorkChoices } from "../../../work-choices.ts";
import { newWorkValues, readWorkValues, valuesOf } from "../../../work-values.ts";
import { findChapter, findOwnWork } from "../../../works.ts";
import type { DeskParts } from "../desk-parts.ts";
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
  parts: DeskParts,
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
      typed: [...shownWork(page, choices, work), ...shownChapter(page, readChapterValues(typed))],
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
  const values = readChapterValues(typed);
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
