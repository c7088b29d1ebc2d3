import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import type { WorkChoices } from "../work-choices.ts";
import type { WorkValues } from "../work-values.ts";

/** What every part of the work form is given. */
export type WorkFormProps = {
  page: Page;
  values: WorkValues;
  errors: FieldErrors;
  choices: WorkChoices;
  /** What more to say about single fields, by field name: where a value was found. */
  remarks?: Record<string, string> | undefined;
};

/** A field's own hint, and what more is to say about this value of it. */
export function hintOf(
  { remarks = {} }: Pick<WorkFormProps, "remarks">,
  name: string,
  hint?: string,
): string | undefined {
  const remark = Object.hasOwn(remarks, name) ? remarks[name] : undefined;
  return [hint, remark].filter(Boolean).join(" ") || undefined;
}

/** The fields of the work form that hold a note: a few lines of typed text. */
export type NoteFieldName = "summary" | "notes" | "endNotes" | "disclaimer" | "dedication" | "conventions";
