import { ErrorSummary, Form, FormButtons, HiddenField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Decisions } from "../finding.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { ForgetImport } from "./forget-import-form.tsx";
import type { OpenReview } from "./open-review.ts";
import { ReviewButton, ShowButton } from "./review-button.tsx";
import { reviewButtons } from "./review-buttons.ts";
import { ChapterQuestion, ReviewChapters, ReviewParts, ReviewTurning } from "./review-chapters.tsx";
import { ReviewFieldsForm } from "./review-fields.tsx";
import { ReviewFindings } from "./review-findings.tsx";
import { ReviewLifted } from "./review-lifted.tsx";
import { ReviewPanes } from "./review-panes.tsx";
import { ReviewPictures } from "./review-pictures.tsx";
import { isSettled, ReviewSettle } from "./review-settle.tsx";
import { ReviewSource } from "./review-source.tsx";
import { reviewFieldNames } from "./review-values-of-form.ts";

export type ReviewPageProps = {
  page: Page;
  review: OpenReview;
  outcome: ReviewOutcome;
  decisions: Decisions;
  values: ReviewValues;
  errors: FieldErrors;
  /** The group of findings that is listed whole; null: of each the first. */
  all: string | null;
};

/** An import before anything of it is in the archive: what was found, how it will look, and what it is. */
export function ReviewPage(props: ReviewPageProps) {
  const { page, review, outcome, decisions, errors, all } = props;
  const { t } = page;
  const entry = review.import;
  const language = review.work?.language ?? props.values.work.language;
  return (
    <Layout page={page} title={t("Look through what came in")} kind="form" noindex keptClear={urls.imports()}>
      <h1>{t("Look through what came in")}</h1>
      <ReviewSource page={page} entry={entry} files={review.files} source={outcome.source} />
      <WhatNow {...props} />
      <Form page={page} action={urls.importReview(entry.id)} keep={entry.updatedAt}>
        <DefaultButton />
        <ErrorSummary page={page} errors={errors} />
        <HiddenField name={reviewFieldNames.version} value={entry.version} />
        <HiddenField name={reviewFieldNames.original} value={entry.originalId} />
        <HiddenField name={reviewFieldNames.chapter} value={outcome.chapter} />
        <HiddenField name={reviewFieldNames.part} value={outcome.part} />
        {all !== null && <HiddenField name={reviewFieldNames.all} value={all} />}
        <ReviewSettle {...props} />
        <ChapterQuestion {...props} />
        <ReviewChapters {...props} />
        <ReviewParts {...props} />
        <div class="review" id="review">
          <div class="review-head">
            <ReviewTurning {...props} />
            <Steps page={page} outcome={outcome} />
            <ShowButton page={page} />
          </div>
          <section class="review-findings" aria-label={t("What was found")}>
            <ReviewFindings
              page={page}
              groups={outcome.groups}
              decisions={decisions}
              all={all}
              isSettled={isSettled(outcome, props.values)}
            />
          </section>
          <ReviewPanes page={page} outcome={outcome} language={language} />
        </div>
        <ReviewPictures {...props} />
        <ReviewLifted page={page} lifted={outcome.lifted} />
        <section aria-labelledby="fields">
          <h2 id="fields">{review.work ? t("About the chapter") : t("About the work")}</h2>
          <p class="quiet">{t("What the file says is filled in. Change what you like.")}</p>
          <ReviewFieldsForm {...props} />
        </section>
        <FormButtons>
          <ReviewButton kind="main" value={reviewButtons.save}>
            {review.work ? t("Save as a draft chapter") : t("Save as a draft")}
          </ReviewButton>
          <ShowButton page={page} />
        </FormButtons>
      </Form>
      <ForgetImport page={page} importId={entry.id} />
    </Layout>
  );
}

/** What becomes of it, and that it can wait. */
function WhatNow({ page, review }: ReviewPageProps) {
  const { t } = page;
  return (
    <>
      {review.work ? (
        <p>
          <Sentence
            page={page}
            says="It becomes the next chapter of {work}."
            parts={{
              work: (
                <a href={urls.editWork(review.work.id)} dir="auto">
                  {review.work.title || t("Untitled")}
                </a>
              ),
            }}
          />
        </p>
      ) : (
        review.import.workId !== null && (
          <p>{t("The work it was for has been taken away, so it becomes a work of its own.")}</p>
        )
      )}
      <p>
        {t(
          "Nothing is in the archive yet. Save it as a draft when you like; only you can see that, too. Until then it waits on your desk.",
        )}
      </p>
    </>
  );
}

/** The ways on the page; on a wide screen they stay in sight. */
function Steps({ page, outcome }: Pick<ReviewPageProps, "page" | "outcome">) {
  const { t } = page;
  return (
    <ul class="review-steps">
      <li>
        <a href="#findings">{t("Questions")}</a>
      </li>
      <li>
        <a href="#story">{t("The text")}</a>
      </li>
      {outcome.lifted.length > 0 && (
        <li>
          <a href="#lifted">{t("Lifted out")}</a>
        </li>
      )}
      <li>
        <a href="#fields">{t("Title and saving")}</a>
      </li>
    </ul>
  );
}

/** What the Enter key presses in a field: a form's first button. */
function DefaultButton() {
  return <button type="submit" name={reviewFieldNames.button} value={reviewButtons.show} hidden />;
}
