import type { Page } from "../../../ui/page.ts";
import { Note } from "../../story.tsx";
import type { Chapter, Work } from "../../work.ts";

type Props = {
  page: Page;
  work: Pick<Work, "language">;
  chapter: Pick<Chapter, "summary" | "notes" | "endNotes">;
};

/** What the author put before a chapter: its summary and notes, open, and there to be folded away. */
export function ChapterNotesBefore({ page, work, chapter }: Props) {
  const { summary, notes } = chapter;
  if (summary === "" && notes === "") return null;
  return (
    <details class="chapter-notes" open>
      <summary>{page.t("From the author, before this chapter")}</summary>
      {summary !== "" && <Note html={summary} language={work.language} />}
      {notes !== "" && <Note html={notes} language={work.language} />}
    </details>
  );
}

/** What the author put after a chapter. */
export function ChapterNotesAfter({ page, work, chapter }: Props) {
  if (chapter.endNotes === "") return null;
  return (
    <div class="chapter-notes">
      <h3 class="visually-hidden">{page.t("Notes at the end of the chapter")}</h3>
      <Note html={chapter.endNotes} language={work.language} />
    </div>
  );
}

/** What the author put at the end of the whole work. */
export function WorkEndNotes({ page, work }: { page: Page; work: Pick<Work, "language" | "endNotes"> }) {
  if (work.endNotes === "") return null;
  return (
    <section class="chapter-notes" aria-label={page.t("Notes at the end of the work")}>
      <Note html={work.endNotes} language={work.language} />
    </section>
  );
}
