/**
 * Scripts written from right to left (Unicode 16, bidi class R or AL, in use today).
 * `Intl.Locale` knows a language's script but its `getTextInfo` is not typed or present everywhere yet.
 */
const rightToLeftScripts = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Mend",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
  "Yezi",
]);

/** The canonical spelling of a BCP 47 tag, or "und" (undetermined) when it is not well-formed. */
export function wellFormedLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "und";
  } catch {
    return "und";
  }
}

/** Which way text in a language runs; an unknown language runs left to right. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const script = new Intl.Locale(wellFormedLanguage(tag)).maximize().script;
  return script !== undefined && rightToLeftScripts.has(script) ? "rtl" : "ltr";
}
