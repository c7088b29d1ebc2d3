import { Field, type FieldProps } from "./field.tsx";
import { describedBy, fieldIds } from "./field-ids.ts";

/** A file from the writer's own machine. A browser never hands a file back: say so in the error when one is refused. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  return (
    <Field {...props}>
      <input
        type="file"
        id={fieldIds(props.name).control}
        name={props.name}
        accept={props.accept}
        required={props.required}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props.name, props.hint, props.error)}
      />
    </Field>
  );
}
