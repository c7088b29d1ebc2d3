import { Checkbox, ErrorSummary, Form, FormButtons, HiddenField, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { Story } from "../../works/story.tsx";
import type { Decisions } from "../finding.ts";
import { sentenceOf } from "../finding-sentences.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { ForgetImport } from "./forget-import-form.tsx";
import type { OpenReview } from "./open-review.ts";
import { ReviewChapters } from "./review-chapters.tsx";
import { ReviewFieldsForm } from "./review-fields.tsx";
import { ReviewFindings } from "./review-findings.tsx";
import { ReviewLifted } from "./review-lifted.tsx";
import { ReviewPictures } from "./review-pictures.tsx";
import { ReviewSource } from "./review-source.tsx";
import { reviewButtons, reviewFieldNames } from "./review-values-of-form.ts";

export type ReviewPageProps = {
  page: Page;
  review: OpenReview;
  outcome: ReviewOutcome;
  decisions: Decisions;
  values: ReviewValues;
  errors: FieldErrors;
};

/** An import before anything of it is in the archive: what was found, how it will look, and what it is. */
export function ReviewPage(props: ReviewPageProps) {
  const { page, review, outcome, decisions, errors } = props;
  const { t } = page;
  const entry = review.import;
  const language = review.work?.language ?? props.values.work.language;
  return (
    <Layout page={page} title={t("Look through what came in")} kind="form" noindex keptClear={urls.imports()}>
      <h1>{t("Look through what came in")}</h1>
      <ReviewSource page={page} entry={entry} source={outcome.source} />
      <WhatNow {...props} />
      <Form page={page} action={urls.importReview(entry.id)} keep={entry.updatedAt}>
        <ErrorSummary page={page} errors={errors} />
        <HiddenField name={reviewFieldNames.version} value={entry.version} />
        <HiddenField name={reviewFieldNames.original} value={entry.originalId} />
        <HiddenField name={reviewFieldNames.chapter} value={outcome.chapter} />
        <StopNotice {...props} />
        <ReviewChapters {...props} />
        <div class="review">
          <section class="review-findings" aria-label={t("What was found")}>
            <ReviewFindings page={page} groups={outcome.groups} decisions={decisions} />
            <FormButtons>
              <ShowButton page={page} />
            </FormButtons>
          </section>
          <section class="review-story" aria-labelledby="story">
            <h2 id="story">{t("The story as it will look")}</h2>
            <Story html={outcome.markedStory} language={language} />
          </section>
        </div>
        <ReviewPictures {...props} />
        <ReviewLifted page={page} lifted={outcome.lifted} />
        <section aria-labelledby="fields">
          <h2 id="fields">{review.work ? t("About the chapter") : t("About the work")}</h2>
          <p class="quiet">{t("What the file says is filled in. Change what you like.")}</p>
          <ReviewFieldsForm {...props} />
        </section>
        <FormButtons>
          <SubmitButton name={reviewFieldNames.button} value={reviewButtons.save}>
            {review.work ? t("Save as a draft chapter") : t("Save as a draft")}
          </SubmitButton>
          <ShowButton page={page} />
        </FormButtons>
      </Form>
      <ForgetImport page={page} importId={entry.id} />
    </Layout>
  );
}

/** Where one is, and the ways on the page. */
function WhatNow({ page, review, outcome }: ReviewPageProps) {
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
      <ol class="review-steps">
        {outcome.findings.some(({ state }) => state === "proposed" || state === "unsure") && (
          <li>
            <a href="#findings">{t("Answer what you like")}</a>
          </li>
        )}
        <li>
          <a href="#story">{t("See the story as it will look")}</a>
        </li>
        {outcome.lifted.length > 0 && (
          <li>
            <a href="#lifted">{t("See what was lifted out of it")}</a>
          </li>
        )}
        <li>
          <a href="#fields">{t("Check its title and the rest, and save")}</a>
        </li>
      </ol>
    </>
  );
}

/** A file that asks not to be archived goes no further until its writer says that they are its writer. */
function StopNotice({ page, outcome, values, errors }: ReviewPageProps) {
  const { t } = page;
  const stop = outcome.stopFinding;
  if (!stop) return null;
  return (
    <Notice kind="firm" title={t("This story asks not to be archived")}>
      <p dir="auto">{sentenceOf({ ...stop, edits: [] }, t)}</p>
      <Checkbox
        page={page}
        name={reviewFieldNames.mayArchive}
        label={t("I wrote this story, or its writer gave me leave to bring it in here.")}
        checked={values.mayArchive}
        error={errors[reviewFieldNames.mayArchive]}
      />
    </Notice>
  );
}

function ShowButton({ page }: { page: Page }) {
  return (
    <SubmitButton kind="quiet" name={reviewFieldNames.button} value={reviewButtons.show}>
      {page.t("Show it with these answers")}
    </SubmitButton>
  );
}
