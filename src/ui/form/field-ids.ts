/** What went wrong, by field name; the empty name is for what concerns the whole form. */
export type FieldErrors = Record<string, string>;

/** The ids by which a field, its hint and its error find each other; an error summary links to the first. */
export function fieldIds(name: string): { control: string; hint: string; error: string } {
  return { control: `field-${name}`, hint: `field-${name}-hint`, error: `field-${name}-error` };
}

/** The value for aria-describedby: the error before the hint, so that what is wrong is heard first. */
export function describedBy(name: string, hint?: string, error?: string): string | undefined {
  const ids = fieldIds(name);
  const parts = [error && ids.error, hint && ids.hint].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(" ");
}
