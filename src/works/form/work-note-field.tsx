import { TextArea } from "../../ui/form.ts";
import { workLabels } from "../work-labels.ts";
import { workFieldNames as names } from "../work-values.ts";
import { hintOf, type NoteFieldName, type WorkFormProps } from "./work-form-props.ts";

/** One note of a work. */
export function WorkNoteField(props: WorkFormProps & { field: NoteFieldName; hint?: string }) {
  const { page, values, errors, field } = props;
  return (
    <TextArea
      page={page}
      name={names[field]}
      label={workLabels(page.t)[field]}
      hint={hintOf(props, names[field], props.hint)}
      value={values[field]}
      rows={field === "dedication" || field === "conventions" ? 2 : 4}
      autocomplete="off"
      error={errors[names[field]]}
    />
  );
}

/** Whether a note holds something or was refused, and so may not be folded away. */
export function isNoteInUse({ values, errors }: WorkFormProps, field: NoteFieldName): boolean {
  return values[field] !== "" || errors[names[field]] !== undefined;
}
