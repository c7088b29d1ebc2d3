import type { FormValues } from "../../../plumbing/http/form-values.ts";

/** Carries the version a form was filled from, so that a stale form cannot overwrite a newer save. */
export const versionField = "version";

/** The version a form was filled from; one that is none was overtaken by every save. */
export function versionOf(form: FormValues, field = versionField): number {
  const version = Number(form.text(field));
  return Number.isSafeInteger(version) ? version : 0;
}
