import type { Pseud } from "../../../people/pseuds.ts";
import { type FieldErrors, RadioGroup, SelectField, TextArea, TextField } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import { shelfFieldNames as names, type ShelfValues, shelfLabels, visibilityChoices } from "./shelf-form.ts";

/** Everything a keeper says about a shelf. */
export function ShelfFields(props: {
  page: Page;
  values: ShelfValues;
  pseuds: readonly Pseud[];
  errors: FieldErrors;
}) {
  const { page, values, pseuds, errors } = props;
  const { t } = page;
  const labels = shelfLabels(t);
  return (
    <>
      <TextField
        page={page}
        name={names.name}
        label={labels.name}
        value={values.name}
        autocomplete="off"
        error={errors[names.name]}
      />
      <RadioGroup
        page={page}
        name={names.visibility}
        label={labels.visibility}
        choices={visibilityChoices(t)}
        value={values.visibility === "" ? "private" : values.visibility}
        error={errors[names.visibility]}
      />
      {pseuds.length > 1 && (
        <SelectField
          page={page}
          name={names.pseud}
          label={t("Kept under the name")}
          hint={t("Others see it where they see the shelf.")}
          value={values.pseud || (pseuds[0]?.id ?? "")}
          choices={pseuds.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextArea
        page={page}
        name={names.text}
        label={labels.text}
        hint={t("What these stories have in common, and for whom you recommend them.")}
        value={values.text}
        rows={4}
        error={errors[names.text]}
      />
    </>
  );
}
