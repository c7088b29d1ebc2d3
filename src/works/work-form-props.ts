import type { Page } from "../ui/page.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import type { WorkChoices } from "./work-choices.ts";
import type { WorkValues } from "./work-values.ts";

/** What every part of the work form is given. */
export type WorkFormProps = { page: Page; values: WorkValues; errors: FieldErrors; choices: WorkChoices };

/** The fields of the work form that hold a note: a few lines of typed text. */
export type NoteFieldName = "summary" | "notes" | "endNotes" | "disclaimer" | "dedication" | "conventions";
