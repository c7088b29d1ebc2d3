import type { Translate } from "../../../vocabulary/translate.ts";
import type { ChapterEntry } from "../../work.ts";

/** What a work is called on its author's desk, where it may have no title yet. */
export function workTitle(t: Translate, { title }: { title: string }): string {
  return title || t("Without a title yet");
}

/** "Chapter 2" or "Chapter 2: The Mirror". */
export function chapterTitle(
  t: Translate,
  { number, title }: Pick<ChapterEntry, "number" | "title">,
): string {
  return title === "" ? t("Chapter {number}", { number }) : t("Chapter {number}: {title}", { number, title });
}
