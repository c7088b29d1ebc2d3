import { Field, type FieldProps } from "./field.tsx";
import { describedBy, fieldIds } from "./field-ids.ts";
import { SuggestParts, type Suggests, suggestAttributes } from "./suggests.tsx";

/** Attributes shared by every field one types in. */
export type TypedProps = FieldProps & {
  /** What was typed, handed back as it came; never given for passwords. */
  value?: string | number | null | undefined;
  autocomplete?: string | undefined;
  /**
   * The most characters allowed, told in words. It is not set as `maxlength`, which cuts a paste short
   * without a word; the server refuses what is too long and hands it back whole.
   */
  maxLength?: number | undefined;
  lang?: string | undefined;
  dir?: "ltr" | "rtl" | "auto" | undefined;
  spellcheck?: boolean | undefined;
};

/** One line of text. */
export function TextField(
  props: TypedProps & {
    type?: "text" | "email" | "password" | "url" | "search" | "date" | "time" | undefined;
    inputmode?: "numeric" | "url" | "email" | "search" | undefined;
    size?: "short" | "medium" | undefined;
    /** Offered as one types; never a limit on what may be typed. */
    suggestions?: readonly string[] | undefined;
    /** Tags offered as one types; never a limit either. */
    suggests?: Suggests | undefined;
    autofocus?: boolean | undefined;
  },
) {
  const hint = hintWithLimit(props);
  const ids = fieldIds(props.name);
  const listId = props.suggestions ? `${ids.control}-suggestions` : undefined;
  return (
    <Field {...props} hint={hint}>
      {props.suggests && <SuggestParts page={props.page} suggests={props.suggests} />}
      <input
        type={props.type ?? "text"}
        id={ids.control}
        name={props.name}
        value={props.value ?? undefined}
        required={props.required}
        autocomplete={props.suggests ? "off" : props.autocomplete}
        autocapitalize={props.type === "email" ? "none" : undefined}
        autofocus={props.autofocus}
        inputmode={props.inputmode}
        list={listId}
        lang={props.lang}
        dir={props.dir ?? "auto"}
        spellcheck={props.spellcheck}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props.name, hint, props.error)}
        {...suggestAttributes(props.suggests)}
      />
      {listId && (
        <datalist id={listId}>
          {props.suggestions?.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** The hint, with the limit said in words when there is one. */
export function hintWithLimit(props: TypedProps): string | undefined {
  if (props.maxLength === undefined) return props.hint;
  const limit = props.page.t("At most {count, plural, one {# character} other {# characters}}.", {
    count: props.maxLength,
  });
  return props.hint ? `${props.hint} ${limit}` : limit;
}
