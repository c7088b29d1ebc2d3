export {
  Checkbox,
  CheckboxGroup,
  type Choice,
  FieldGroup,
  RadioGroup,
} from "./form/choice.tsx";
export { ErrorSummary } from "./form/error-summary.tsx";
export { type FieldErrors, fieldIds } from "./form/field-ids.ts";
export { FileField } from "./form/file-field.tsx";
export { Form } from "./form/form.tsx";
export { SelectField } from "./form/select-field.tsx";
export { type ButtonKind, FormButtons, HiddenField, SubmitButton } from "./form/submit-button.tsx";
export type { Suggests } from "./form/suggests.tsx";
export { TextArea } from "./form/text-area.tsx";
export { TextField } from "./form/text-field.tsx";
