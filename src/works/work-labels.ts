import type { TagKind, TagWeight } from "../tags/tags.ts";
import type { Translate } from "../vocabulary/translate.ts";
import type { CreatorRole } from "./work.ts";
import { workFieldNames as names } from "./work-values.ts";

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
    searchable: t("May readers search inside the text?"),
    searchEngines: t("May search engines list it?"),
    aiCrawlers: t("May makers of AI take it, to train on or to quote?"),
    commentsFrom: t("Who may comment"),
    commentsHeld: t("Do comments wait until you have read them?"),
    series: t("Part of the series"),
    seriesNumber: t("Number in the series"),
    pseuds: t("By"),
    anonymous: t("Shall readers be told whose it is?"),
    categories: t("Categories"),
    giftName: t("A gift for"),
    giftCalled: t("Called, in the dedication"),
    related: t("Related works"),
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

/** The field for the tags of a kind that do not matter most: its name, and what it is called. */
export function tagFieldOf(
  weight: Exclude<TagWeight, "main">,
  { id, plural: kind }: TagKind,
  t: Translate,
): { name: string; label: string } {
  return weight === "side"
    ? { name: names.sideTags(id), label: t("{kind}, on the side", { kind }) }
    : { name: names.mentionedTags(id), label: t("{kind}, only mentioned", { kind }) };
}
