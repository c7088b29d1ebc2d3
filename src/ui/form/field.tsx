import type { PropsWithChildren } from "hono/jsx";
import type { Page } from "../page.ts";
import { fieldIds } from "./field-ids.ts";

/** What every field of a form has. */
export type FieldProps = {
  page: Page;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
};

/** Label, hint, error and control, in the order in which they are read. */
export function Field(props: PropsWithChildren<FieldProps & { size?: "short" | "medium" | undefined }>) {
  const ids = fieldIds(props.name);
  const classes = ["field", props.error && "field-refused", props.size && `field-${props.size}`];
  return (
    <div class={classes.filter(Boolean).join(" ")}>
      <label for={ids.control}>
        {props.label}
        {/* The field's own attribute says it to the ear: once is enough. */}
        {props.required && <RequiredMark page={props.page} isHeard={false} />}
      </label>
      <FieldNotes {...props} />
      {props.children}
    </div>
  );
}

/** Said in a word, not with a star that must be explained. */
export function RequiredMark({ page, isHeard = true }: { page: Page; isHeard?: boolean }) {
  return (
    <>
      {" "}
      <span class="required-mark" aria-hidden={isHeard ? undefined : "true"}>
        {page.t("required")}
      </span>
    </>
  );
}

/** The hint and the error under a label or a legend. */
export function FieldNotes(props: FieldProps) {
  const ids = fieldIds(props.name);
  return (
    <>
      {props.hint && (
        <p class="hint" id={ids.hint}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={ids.error}>
          {props.error}
        </p>
      )}
    </>
  );
}
