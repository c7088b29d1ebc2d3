/** The canonical spelling of a BCP 47 tag, or "und" (undetermined) when it is not well-formed. */
export function wellFormedLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "und";
  } catch {
    return "und";
  }
}
