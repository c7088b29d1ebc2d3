const codes =
  "af sq am ar hy az eu be bn bs bg my ca zh zh-Hant hr cs da nl en eo et fa fi fr gl ka de el gu ha he hi hu is ig id ga it ja jv kn kk km ko ku ky lo la lv lt mk ms ml mt mi mr mn ne no oc ps pl pt pa qu ro ru sa gd sr si sk sl so es sw sv tl ta te th tr uk ur uz vi cy xh yi yo zu".split(
    " ",
  );

/** Languages to choose from, as code and name, in the order of their names. */
export function languageChoices(locale: string): [string, string][] {
  const names = new Intl.DisplayNames([locale], { type: "language" });
  return codes
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort(([, one], [, other]) => one.localeCompare(other, locale));
}

/** The canonical tag (BCP 47) of a language by its code or its name; null for what is neither. */
export function languageOf(typed: string, locale: string): string | null {
  const asked = typed.trim().toLocaleLowerCase(locale);
  const named = languageChoices(locale).find(([, name]) => name.toLocaleLowerCase(locale) === asked);
  if (named) return named[0];
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim());
    const language = tag?.split("-")[0] ?? "";
    const isKnown = new Intl.DisplayNames([locale], { type: "language", fallback: "none" }).of(language);
    return tag !== undefined && isKnown !== undefined ? tag : null;
  } catch {
    return null;
  }
}
