import type { Translate } from "../vocabulary/translate.ts";
import type { CreatorRole } from "./work.ts";

/** What the fields of the work form are called, on the form and in the sentences about it. */
export function workLabels(t: Translate) {
  return {
    title: t("Title"),
    summary: t("Summary"),
    notes: t("Notes before the story"),
    endNotes: t("Notes after the story"),
    disclaimer: t("Disclaimer"),
    dedication: t("Dedication"),
    conventions: t("Conventions"),
    rating: t("Rating"),
    language: t("Language"),
    chapters: t("How many chapters will there be?"),
    visibility: t("Who may read it"),
    pseuds: t("By"),
    categories: t("Categories"),
    giftName: t("A gift for"),
    giftCalled: t("Called, in the dedication"),
  };
}

/** What somebody credited in a role did, over a list of names. */
export function creditLabel(t: Translate, role: CreatorRole): string {
  return {
    author: t("Written together with"),
    beta: t("Beta readers"),
    artist: t("Artists"),
    translator: t("Translators"),
  }[role];
}
