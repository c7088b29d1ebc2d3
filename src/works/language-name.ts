/** Making one takes longer than asking it a thousand times. */
const namesIn = new Map<string, Intl.DisplayNames>();

/**
 * What a language is called in the reader's own: "he" is "Hebrew" in English.
 *
 * @param language a BCP 47 tag; one that is not well-formed is given back as it is
 */
export function languageName(language: string, locale: string): string {
  try {
    let names = namesIn.get(locale);
    if (!names) {
      names = new Intl.DisplayNames(locale, { type: "language" });
      namesIn.set(locale, names);
    }
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
