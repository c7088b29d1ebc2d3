import type { Page } from "../../../ui/page.ts";
import type { Numbers } from "../../statistics.ts";

/** Something that is counted: what it is called above a column, and as the heading of a drawing. */
export type Column = { name: keyof Numbers; heading: string };

/** What is told of a work. @param more whether it has several chapters; whether the archive knows of subscribers */
export function workColumns(
  { t }: Page,
  { chapters, subscribers }: { chapters: boolean; subscribers: boolean },
): Column[] {
  return [
    { name: "finished", heading: t("Read to the end") },
    ...(chapters ? [{ name: "chaptersRead" as const, heading: t("Chapters read") }] : []),
    { name: "wordsRead", heading: t("Words read") },
    { name: "kudos", heading: t("Kudos") },
    { name: "comments", heading: t("Comments") },
    { name: "bookmarks", heading: t("Bookmarks") },
    ...(subscribers ? [{ name: "subscribers" as const, heading: t("Subscribers") }] : []),
  ];
}

/** What is told of a chapter. */
export function chapterColumns({ t }: Page): Column[] {
  return [
    { name: "finished", heading: t("Read to the end") },
    { name: "wordsRead", heading: t("Words read") },
    { name: "comments", heading: t("Comments") },
  ];
}
