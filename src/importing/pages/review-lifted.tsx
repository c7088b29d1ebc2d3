import { raw } from "hono/html";
import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { chapterLabels } from "../../works/chapter-form.ts";
import { workLabels } from "../../works/work-labels.ts";
import type { LiftTarget } from "../edit.ts";
import type { ReviewPassage } from "../review-outcome.ts";

/** Every word that moved out of the story, as it stands in the file, and where it went. */
export function ReviewLifted({ page, lifted }: { page: Page; lifted: ReviewPassage[] }) {
  const { t } = page;
  if (lifted.length === 0) return null;
  return (
    <section class="review-lifted" aria-labelledby="lifted">
      <h2 id="lifted">{t("Lifted out of the text")}</h2>
      <p class="quiet">
        {t("These words stand before or after the story in the file, in this order. None is lost.")}
      </p>
      <dl class="lifted">
        {lifted.map(({ field, html }) => (
          <>
            <dt>{destination(field, t)}</dt>
            <dd dir="auto">{raw(html)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function destination(field: LiftTarget, t: Translate): string {
  if (field === "data") return t("Credits, tags, numbers");
  switch (field) {
    case "chapterTitle":
      return chapterLabels(t).title;
    case "chapterSummary":
      return chapterLabels(t).summary;
    case "chapterNotes":
      return chapterLabels(t).notes;
    case "chapterEndNotes":
      return chapterLabels(t).endNotes;
    default:
      return workLabels(t)[field];
  }
}
