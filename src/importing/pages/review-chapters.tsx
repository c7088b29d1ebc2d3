import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { kindGroupId } from "../group-findings.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { ReviewButton } from "./review-button.tsx";
import { reviewButtons } from "./review-buttons.ts";
import { chapterName } from "./review-chapter-name.ts";

type ChaptersProps = { page: Page; outcome: ReviewOutcome; values: ReviewValues };

/** More chapters than these are folded away. */
const mostOpen = 12;

const headings = kindGroupId("proposed", "chapter-heading");

/** Asked once, at the top: whether the headings that were seen begin chapters. */
export function ChapterQuestion({ page, outcome }: Pick<ChaptersProps, "page" | "outcome">) {
  const { t } = page;
  const count = outcome.proposedChapters;
  if (count === null) return null;
  return (
    <Notice
      title={t(
        "{count, plural, one {This looks like one chapter, with a heading.} other {This looks like # chapters.}}",
        { count },
      )}
    >
      <p>{t("Their headings become their titles. You can look at each of them below before you answer.")}</p>
      <div class="form-buttons">
        <ReviewButton value={reviewButtons.decide("accept", headings)}>
          {count === 1 ? t("Make the heading its title") : t("Make them chapters")}
        </ReviewButton>
        <ReviewButton value={reviewButtons.decide("keep", headings)}>
          {outcome.chapters.length === 1 ? t("Keep it as one chapter") : t("Keep the chapters as they are")}
        </ReviewButton>
      </div>
    </Notice>
  );
}

/** The chapters of the file, each a way to it that keeps what was answered and typed. */
export function ReviewChapters({ page, outcome, values }: ChaptersProps) {
  const { t } = page;
  const { chapters } = outcome;
  if (chapters.length < 2) return null;
  return (
    <nav aria-labelledby="chapters">
      <details class="fold chapter-list" id="chapter-list" open={chapters.length <= mostOpen}>
        <summary>
          <h2 id="chapters">{t("{count} chapters", { count: chapters.length })}</h2>
        </summary>
        <ol>
          {chapters.map(({ key, words }) => (
            <li class={key === outcome.chapter ? "chapter-shown" : undefined}>
              <ReviewButton value={reviewButtons.chapter(key)}>
                {chapterName(page, outcome, values, key)}
              </ReviewButton>{" "}
              <span class="quiet small">
                {t("{count, plural, one {# word} other {# words}}", { count: words })}
                {key === outcome.chapter && ` · ${t("shown below")}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

/** Which chapter and part is shown, and the ways to those before and after. */
export function ReviewTurning({ page, outcome, values }: ChaptersProps) {
  const { t } = page;
  const { chapters, part, parts } = outcome;
  const index = chapters.findIndex(({ key }) => key === outcome.chapter);
  const [before, after] = [chapters[index - 1], chapters[index + 1]];
  const title = values.chapters[outcome.chapter]?.title;
  if (chapters.length === 1 && parts === 1) return null;
  return (
    <div class="review-turning">
      <p>
        {chapters.length > 1 && (
          <>
            {t("Chapter {number} of {count}", { number: index + 1, count: chapters.length })}
            {title && (
              <>
                {": "}
                <b dir="auto">{title}</b>
              </>
            )}
          </>
        )}
        {chapters.length > 1 && parts > 1 && " · "}
        {parts > 1 && t("Part {number} of {count}", { number: part, count: parts })}
      </p>
      {part > 1 ? (
        <ReviewButton value={reviewButtons.chapter(outcome.chapter, part - 1)}>
          {t("Part {number}", { number: part - 1 })}
        </ReviewButton>
      ) : (
        before && (
          <ReviewButton value={reviewButtons.chapter(before.key)}>{t("Previous chapter")}</ReviewButton>
        )
      )}
      {part < parts ? (
        <ReviewButton value={reviewButtons.chapter(outcome.chapter, part + 1)}>
          {t("Part {number}", { number: part + 1 })}
        </ReviewButton>
      ) : (
        after && <ReviewButton value={reviewButtons.chapter(after.key)}>{t("Next chapter")}</ReviewButton>
      )}
    </div>
  );
}

/** All parts of a long chapter. */
export function ReviewParts({ page, outcome }: Pick<ChaptersProps, "page" | "outcome">) {
  const { t } = page;
  const { chapter, part, parts } = outcome;
  if (parts === 1) return null;
  return (
    <nav aria-labelledby="parts">
      <details class="fold part-list" id="part-list" open={parts <= mostOpen}>
        <summary>
          <h2 id="parts">{t("Shown in {count} parts", { count: parts })}</h2>
        </summary>
        <p class="quiet">{t("It is long, so it is shown part by part. It is saved as one.")}</p>
        <ol>
          {Array.from({ length: parts }, (_, index) => index + 1).map((number) => (
            <li class={number === part ? "chapter-shown" : undefined}>
              <ReviewButton value={reviewButtons.chapter(chapter, number)}>
                {t("Part {number}", { number })}
              </ReviewButton>
              {number === part && <span class="quiet small"> {t("shown below")}</span>}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
