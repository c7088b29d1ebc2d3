import type { Choice } from "../../ui/form.ts";

/** Languages stories are told in most, by BCP 47 tag; any other that was set before is offered beside them. */
const tags =
  "af ar be bg bn bs ca cs cy da de el en en-GB en-US eo es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka ko la lt lv mk mr ms nl no pa pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi yi zh-Hans zh-Hant".split(
    " ",
  );

/** The languages as choices, named and sorted as the reader's own language has it. `chosen` is always one of them. */
export function languageChoices(locale: string, chosen: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  return [...new Set([...tags, chosen])]
    .filter(isLanguage)
    .map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}

/** Whether a text is a well-formed language tag (RFC 5646). */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
