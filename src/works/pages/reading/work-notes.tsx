import type { Page } from "../../../ui/page.ts";
import { Note } from "../../story.tsx";
import type { Work } from "../../work.ts";

/** The author's own words about the work, those that are there: its summary, or what stands before the story. */
export function WorkNotes({ page, work, part }: { page: Page; work: Work; part: "summary" | "before" }) {
  const { t } = page;
  const texts =
    part === "summary"
      ? [{ id: "summary", heading: t("Summary"), html: work.summary }]
      : [
          { id: "notes", heading: t("Notes"), html: work.notes },
          { id: "conventions", heading: t("How to read it"), html: work.conventions },
          { id: "disclaimer", heading: t("Disclaimer"), html: work.disclaimer },
        ];
  return texts
    .filter(({ html }) => html !== "")
    .map(({ id, heading, html }) => (
      <section aria-labelledby={id}>
        <h2 id={id}>{heading}</h2>
        <Note html={html} language={work.language} />
      </section>
    ));
}
