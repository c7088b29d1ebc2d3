import { directionOf } from "../../ui/translation.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import type { DownloadableWork } from "../downloadable-work.ts";
import { wellFormedLanguage } from "../language-tag.ts";

/** The two languages a leaf is set in: that of our labels, and the story's with its direction. */
export type LeafLanguage = {
  label: string;
  labelDirection: "ltr" | "rtl";
  story: string;
  direction: "ltr" | "rtl";
};

/** What every leaf of a book is set from. */
export type Setting = {
  work: DownloadableWork;
  t: Translate;
  locale: string;
  language: LeafLanguage;
  /** Where a picture of the story is found from this leaf, or null when the file does not hold it. */
  pictureAddress: (name: string) => string | null;
};

export function settingOf(
  work: DownloadableWork,
  t: Translate,
  locale: string,
  pictureAddress: Setting["pictureAddress"],
): Setting {
  const language = {
    label: wellFormedLanguage(locale),
    labelDirection: directionOf(locale),
    story: wellFormedLanguage(work.language),
    direction: directionOf(work.language),
  };
  return { work, t, locale, language, pictureAddress };
}
