import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { chapterFieldNames } from "../../works/chapter-form.ts";
import { ChapterTitleField, FoldedChapterFields } from "../../works/chapter-form-fields.tsx";
import { WorkFormFields } from "../../works/work-form-fields.tsx";
import type { ReviewOutcome } from "../review-outcome.ts";
import { emptyChapterValues, type ReviewChapterValues, type ReviewValues } from "../review-values.ts";
import { fieldRemarks } from "./field-remarks.ts";
import type { OpenReview } from "./open-review.ts";

type FieldsProps = {
  page: Page;
  review: OpenReview;
  outcome: ReviewOutcome;
  values: ReviewValues;
  errors: FieldErrors;
};

/** The fields that were recognised, each saying from which words; those of the work only when it is a new one. */
export function ReviewFieldsForm({ page, review, outcome, values, errors }: FieldsProps) {
  const remarks = fieldRemarks(outcome.fields, review.choices, page.t);
  const own = values.chapters[outcome.chapter] ?? emptyChapterValues();
  const chapter = <ChapterFields page={page} values={own} errors={errors} remarks={remarks} />;
  if (review.work) return chapter;
  return (
    <WorkFormFields
      page={page}
      values={values.work}
      errors={errors}
      choices={review.choices}
      remarks={remarks}
    >
      {chapter}
    </WorkFormFields>
  );
}

/** Everything about the chapter but its story, which is made of the file and the answers. */
function ChapterFields(props: {
  page: Page;
  values: ReviewChapterValues;
  errors: FieldErrors;
  remarks: Record<string, string>;
}) {
  const { page, values, errors, remarks } = props;
  const remark = remarks[chapterFieldNames.title];
  return (
    <>
      <ChapterTitleField page={page} values={values} errors={errors} remark={remark} />
      <FoldedChapterFields page={page} values={values} errors={errors} />
    </>
  );
}
