import type { Page } from "../ui/page.ts";
import { chapterCounter, isComplete, type WorkCard } from "./work.ts";

type Length = Pick<WorkCard, "chapterCount" | "expectedChapters" | "wordCount">;

/** How long a work is and whether it has its end, as items of a line of facts. */
export function LengthFacts({ page, work }: { page: Page; work: Length }) {
  return (
    <>
      <li>{wordsSentence(page, work.wordCount)}</li>
      <li>{stateSentence(page, work)}</li>
    </>
  );
}

/** "1/2 chapters, not complete yet", "1/1 chapter, complete". */
export function stateSentence({ t }: Page, work: Length): string {
  const values = { counter: chapterCounter(work), count: work.expectedChapters ?? 0 };
  return isComplete(work)
    ? t("{counter} {count, plural, one {chapter} other {chapters}}, complete", values)
    : t("{counter} {count, plural, one {chapter} other {chapters}}, not complete yet", values);
}

/** "12,345 words". */
export function wordsSentence(page: Page, count: number): string {
  return page.t("{count, plural, one {# word} other {# words}}", { count });
}
