import { Field, type FieldProps } from "./field.tsx";
import { describedBy, fieldIds } from "./field-ids.ts";

/**
 * Files from the writer's own machine. A browser never hands a file back: say so in the error when one is refused.
 *
 * @param props.dropLabel said beside the button where files can also be dropped on the form (with JavaScript)
 */
export function FileField(
  props: FieldProps & { accept?: string | undefined; multiple?: boolean; dropLabel?: string },
) {
  return (
    <Field {...props}>
      <input
        type="file"
        id={fieldIds(props.name).control}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        data-drop-label={props.dropLabel}
        required={props.required}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props.name, props.hint, props.error)}
      />
    </Field>
  );
}
