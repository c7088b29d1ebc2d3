import { languageName } from "./language-name.ts";

/**
 * Languages offered for a work, as BCP 47 tags: those with a living fan fiction practice known to us.
 * It is no judgement on the rest: a work keeps any other language it came with.
 */
const offered =
  "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gd gl gsw he hi hr hu hy id is it ja ka kk ko " +
  "la lb lt lv mk ml mn mr ms my nb ne nl nn pa pl pt pt-BR ro ru si sk sl sq sr sv sw ta te th tr tt uk ur uz vi yi yue " +
  "zh-Hans zh-Hant";

/** The languages to choose from, by their names in the reader's language; `also` are tags that must be among them. */
export function languageChoices(
  locale: string,
  also: readonly string[] = [],
): { value: string; label: string }[] {
  const tags = new Set([...offered.split(" "), ...also.filter((tag) => tag !== "")]);
  const order = new Intl.Collator(locale);
  return [...tags]
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort((one, other) => order.compare(one.label, other.label));
}

/** Room for any real tag (RFC 5646, section 4.4.1, asks for 35); a tag stands on every page that names the work. */
const mostTagCharacters = 100;

/** The language a tag names, in the tag's canonical spelling; null when it is no BCP 47 tag. */
export function languageTag(typed: string): string | null {
  if (typed.length > mostTagCharacters) return null;
  try {
    return Intl.getCanonicalLocales(typed)[0] ?? null;
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
