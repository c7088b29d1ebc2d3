import type { Page } from "../ui/page.ts";
import { chapterCounter, isComplete, type WorkCard } from "./work.ts";

type Length = Pick<WorkCard, "chapterCount" | "expectedChapters" | "wordCount">;

/** How long a work is and whether it has its end, as items of a line of facts. */
export function LengthFacts({ page, work }: { page: Page; work: Length }) {
  const { t } = page;
  return (
    <>
      <li>{wordsSentence(page, work.wordCount)}</li>
      <li>{t("{counter} chapters", { counter: chapterCounter(work) })}</li>
      <li>{isComplete(work) ? t("complete") : t("not complete yet")}</li>
    </>
  );
}

/** "12,345 words". */
export function wordsSentence(page: Page, count: number): string {
  return page.t("{count, plural, one {# word} other {# words}}", { count });
}
