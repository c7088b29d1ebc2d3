import { SubmitButton } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { reviewButtons, reviewFieldNames } from "./review-values-of-form.ts";

/** The chapters of the file, each a way to it that keeps what was answered and typed. */
export function ReviewChapters(props: { page: Page; outcome: ReviewOutcome; values: ReviewValues }) {
  const { page, outcome, values } = props;
  const { t } = page;
  if (outcome.chapters.length < 2) return null;
  return (
    <nav aria-labelledby="chapters">
      <h2 id="chapters">{t("{count} chapters", { count: outcome.chapters.length })}</h2>
      <ol>
        {outcome.chapters.map(({ key, words }, index) => (
          <li>
            <SubmitButton kind="quiet" name={reviewFieldNames.button} value={reviewButtons.chapter(key)}>
              {values.chapters[key]?.title || t("Chapter {number}", { number: index + 1 })}
            </SubmitButton>{" "}
            <span class="quiet">
              {t("{count, plural, one {# word} other {# words}}", { count: words })}
              {key === outcome.chapter && ` · ${t("shown below")}`}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
