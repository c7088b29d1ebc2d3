import type { PropsWithChildren } from "hono/jsx";
import { FieldGroup, RadioGroup, SelectField } from "../ui/form.ts";
import { WorkFirstFields } from "./form/work-first-fields.tsx";
import { hintOf, type WorkFormProps } from "./form/work-form-props.ts";
import { WorkAnonymityField } from "./form/work-names-fields.tsx";
import { isNoteInUse, WorkNoteField } from "./form/work-note-field.tsx";
import { WorkPermissionFields } from "./form/work-permission-fields.tsx";
import { WorkRelatedFields } from "./form/work-related-fields.tsx";
import { WorkSeriesFields } from "./form/work-series-fields.tsx";
import { WorkTagFields } from "./form/work-tag-fields.tsx";
import { WorkThanksFields } from "./form/work-thanks-fields.tsx";
import { WorkVisibilityFields } from "./form/work-visibility-fields.tsx";
import { FormFold } from "./form-fold.tsx";
import { workLabels } from "./work-labels.ts";
import { workFieldNames as names } from "./work-values.ts";

/**
 * The fields of a work: first the few a reader needs, then whatever the page puts between (the story),
 * then the rest, folded away until it holds something or was refused.
 */
export function WorkFormFields(props: PropsWithChildren<WorkFormProps>) {
  const { children, ...form } = props;
  return (
    <>
      <WorkFirstFields {...form} />
      <RatingFields {...form} />
      {children}
      <WorkTagFields {...form} />
      <WorkThanksFields {...form} />
      <WorkRelatedFields {...form} />
      <WorkNotes {...form} />
      <WorkSeriesFields {...form} />
      <WorkPermissionFields {...form} />
      <WorkAnonymityField {...form} />
      <WorkVisibilityFields {...form} />
    </>
  );
}

function RatingFields(props: WorkFormProps) {
  const { page, values, errors, choices } = props;
  const { t } = page;
  const answers = [
    { value: "yes", label: t("Yes") },
    { value: "no", label: t("No") },
    { value: "unsaid", label: t("Not saying") },
  ];
  const isRated = choices.ratings.some(({ id }) => id === (values.rating || "not-rated"));
  return (
    <FieldGroup legend={t("What a reader should know first")}>
      <SelectField
        page={page}
        name={names.rating}
        label={workLabels(t).rating}
        hint={hintOf(props, names.rating)}
        value={values.rating || "not-rated"}
        nothing={isRated ? undefined : t("Choose a rating")}
        choices={choices.ratings.map(({ id, name, about }) => ({
          value: id,
          label: about ? t("{rating}: {about}", { rating: name, about }) : name,
        }))}
        error={errors[names.rating]}
      />
      {choices.warnings.map(({ id, name, about }) => (
        <RadioGroup
          page={page}
          name={names.warning(id)}
          label={name}
          hint={hintOf(props, names.warning(id), about)}
          value={answers.some(({ value }) => value === values.warnings[id]) ? values.warnings[id] : "unsaid"}
          choices={answers}
          inRow
        />
      ))}
    </FieldGroup>
  );
}

function WorkNotes(form: WorkFormProps) {
  const { t } = form.page;
  const fields = ["notes", "endNotes", "disclaimer", "conventions"] as const;
  return (
    <FormFold
      title={t("Notes, disclaimer, conventions")}
      open={fields.some((field) => isNoteInUse(form, field))}
    >
      <WorkNoteField {...form} field="notes" />
      <WorkNoteField {...form} field="endNotes" />
      <WorkNoteField {...form} field="disclaimer" />
      <WorkNoteField
        {...form}
        field="conventions"
        hint={t("How to read the text, such as: Italics = Thoughts")}
      />
    </FormFold>
  );
}
