import type { Choice } from "./choice.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { describedBy, fieldIds } from "./field-ids.ts";

/** One of many, where a list of radio buttons would be a page of its own. */
export function SelectField(
  props: FieldProps & {
    value?: string | null | undefined;
    choices: readonly Choice[];
    /** Shown first and sent as the empty value, for "not chosen yet". */
    nothing?: string | undefined;
    autocomplete?: string | undefined;
  },
) {
  return (
    <Field {...props}>
      <select
        id={fieldIds(props.name).control}
        name={props.name}
        required={props.required}
        autocomplete={props.autocomplete}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props.name, props.hint, props.error)}
      >
        {props.nothing !== undefined && <option value="">{props.nothing}</option>}
        {props.choices.map((choice) => (
          <option value={choice.value} selected={choice.value === props.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
