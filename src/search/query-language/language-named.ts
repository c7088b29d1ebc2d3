import { foldName } from "../../vocabulary/fold-name.ts";
import { languageName } from "../../works/language-name.ts";
import { languageTag } from "../../works/languages.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Names of languages are asked for again and again, and telling all 676 tags of two letters takes a while. */
const byLocale = new Map<string, ReadonlyMap<string, string>>();
const mostLocales = 50;

/** The language somebody typed, by its tag ("pt-BR") or by its name in their own language ("German"); null: none. */
export function languageNamed(typed: string, locale: string): string | null {
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(typed) ? languageTag(typed) : null;
  // A tag that Intl has no name for is given back as it is: no language that anybody here speaks of.
  if (tag !== null && foldName(languageName(tag, locale)) !== foldName(tag)) return tag;
  return namesIn(locale).get(foldName(typed)) ?? null;
}

function namesIn(locale: string): ReadonlyMap<string, string> {
  const known = byLocale.get(locale);
  if (known) return known;
  const display = new Intl.DisplayNames(locale, { type: "language" });
  const names = new Map<string, string>();
  for (const one of letters)
    for (const two of letters) {
      const name = foldName(display.of(one + two) ?? "");
      if (name !== one + two && !names.has(name)) names.set(name, one + two);
    }
  if (byLocale.size >= mostLocales) byLocale.clear();
  byLocale.set(locale, names);
  return names;
}
