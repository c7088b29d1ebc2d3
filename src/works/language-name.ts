/**
 * What a language is called in the reader's own: "he" is "Hebrew" in English.
 *
 * @param language a BCP 47 tag; one that is not well-formed is given back as it is
 */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
