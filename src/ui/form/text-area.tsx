import { Field } from "./field.tsx";
import { describedBy, fieldIds } from "./field-ids.ts";
import { hintWithLimit, type TypedProps } from "./text-field.tsx";

/**
 * Where the script puts the HTML of what is pasted: the name of a hidden field of the same form, with what it says
 * then and the button that begins anew.
 */
export type RichPaste = { into: string; kept: string; again: string };

/** Several lines of text. `story` sets it in the story's type and lets the script offer Bold and Italic. */
export function TextArea(
  props: TypedProps & {
    rows?: number | undefined;
    story?: boolean | undefined;
    richPaste?: RichPaste | undefined;
  },
) {
  const hint = hintWithLimit(props);
  return (
    <Field {...props} hint={hint}>
      <textarea
        id={fieldIds(props.name).control}
        name={props.name}
        rows={props.rows ?? 4}
        class={props.story ? "story-typing" : undefined}
        data-story={props.story ? "" : undefined}
        data-paste-into={props.richPaste?.into}
        data-paste-kept={props.richPaste?.kept}
        data-paste-again={props.richPaste?.again}
        required={props.required}
        autocomplete={props.autocomplete}
        lang={props.lang}
        dir={props.dir ?? "auto"}
        spellcheck={props.spellcheck}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props.name, hint, props.error)}
      >
        {keepFirstNewline(String(props.value ?? ""))}
      </textarea>
    </Field>
  );
}

/** The HTML parser drops a newline straight after `<textarea>` (HTML Standard, 13.2.6.4.7); an extra one saves the first. */
function keepFirstNewline(text: string): string {
  return text.startsWith("\n") || text.startsWith("\r") ? `\n${text}` : text;
}
