import { foldName } from "../../vocabulary/fold-name.ts";
import { languageName } from "../../works/language-name.ts";
import { languageChoices, languageTag } from "../../works/languages.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Names of languages are asked for again and again, and telling all 676 tags of two letters takes a while. */
const byLocale = new Map<string, ReadonlyMap<string, string>>();
const mostLocales = 50;

/** What each language is called in itself, worked out when it is first asked for. */
let ownNames: ReadonlyMap<string, string> | null = null;

/**
 * The language somebody typed, by its tag ("pt-BR"), by its name in their own language ("German"), or by what it is
 * called in itself ("Deutsch"); null: none.
 */
export function languageNamed(typed: string, locale: string): string | null {
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(typed) ? languageTag(typed) : null;
  // A tag that Intl has no name for is given back as it is: no language that anybody here speaks of.
  if (tag !== null && foldName(languageName(tag, locale)) !== foldName(tag)) return tag;
  const name = foldName(typed);
  ownNames ??= new Map(
    languageChoices(locale).map(({ value }) => [foldName(languageName(value, value)), value]),
  );
  return namesIn(locale).get(name) ?? ownNames.get(name) ?? null;
}

function namesIn(locale: string): ReadonlyMap<string, string> {
  const known = byLocale.get(locale);
  if (known) return known;
  const display = new Intl.DisplayNames(locale, { type: "language" });
  const names = new Map(languageChoices(locale).map(({ value, label }) => [foldName(label), value]));
  for (const one of letters)
    for (const two of letters) {
      const name = foldName(display.of(one + two) ?? "");
      if (name !== one + two && !names.has(name)) names.set(name, one + two);
    }
  if (byLocale.size >= mostLocales) byLocale.clear();
  byLocale.set(locale, names);
  return names;
}
