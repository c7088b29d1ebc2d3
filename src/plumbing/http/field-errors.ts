import type { z } from "zod";
import type { FieldErrors } from "../../vocabulary/errors.ts";

/** The first sentence each field was refused with. */
export function fieldErrorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? "")] ??= message;
  return errors;
}
