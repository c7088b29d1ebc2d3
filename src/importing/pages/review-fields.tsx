import { TextArea, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { chapterFieldNames, chapterLabels } from "../../works/chapter-form.ts";
import { FormFold } from "../../works/form-fold.tsx";
import { WorkFormFields } from "../../works/work-form-fields.tsx";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
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
  const chapter = <ChapterFields page={page} values={values.chapter} errors={errors} remarks={remarks} />;
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
  values: ReviewValues["chapter"];
  errors: FieldErrors;
  remarks: Record<string, string>;
}) {
  const { page, values, errors, remarks } = props;
  const { t } = page;
  const [names, labels] = [chapterFieldNames, chapterLabels(t)];
  const folded = ["summary", "notes", "endNotes"] as const;
  return (
    <>
      <TextField
        page={page}
        name={names.title}
        label={labels.title}
        hint={[t("May stay empty: readers then see the chapter’s number."), remarks[names.title]]
          .filter(Boolean)
          .join(" ")}
        value={values.title}
        autocomplete="off"
        error={errors[names.title]}
      />
      <FormFold
        title={t("Summary and notes of this chapter")}
        open={folded.some((field) => values[field] !== "" || errors[names[field]] !== undefined)}
      >
        {folded.map((field) => (
          <TextArea
            page={page}
            name={names[field]}
            label={labels[field]}
            value={values[field]}
            rows={4}
            autocomplete="off"
            error={errors[names[field]]}
          />
        ))}
      </FormFold>
    </>
  );
}
