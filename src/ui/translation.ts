import { IntlMessageFormat } from "intl-messageformat";
import type { Translate } from "../vocabulary/translate.ts";
import { type Catalogue, catalogues } from "./locales/catalogues.ts";
import { pseudoLocale, pseudoTranslate } from "./locales/pseudo.ts";

export { type DateLength, formatDate, formatNumber } from "./formats.ts";
export { directionOf, negotiateLocale } from "./negotiate-locale.ts";

/** Sentences are literals in our own code, a few hundred; the bound only guards against a caller that builds its keys. */
const mostCompiledSentences = 5_000;

/** Anything that makes an ICU message more than its own text: an argument, or an apostrophe that may quote. */
const needsFormatting = /[{}']/;

const translations = new Map<string, Translate>();

/**
 * Gives the translation function for a locale; the same function for the same locale.
 *
 * English needs no catalogue: the sentence is the message. A sentence missing from a catalogue, or broken in
 * it, is shown in English. The locale "en-XA" wraps every sentence in ⟦ ⟧ and accents its letters.
 *
 * @param locale a BCP 47 tag; one without a catalogue reads as English with that locale's numbers and dates
 * @throws SyntaxError from the returned function when an English sentence is not a valid ICU message, and
 *   FormatError when one of its values is missing: both are mistakes in our own code
 */
export function createTranslate(locale: string): Translate {
  const known = translations.get(locale);
  if (known) return known;
  const translate = translateWith(locale, catalogues.get(locale) ?? {});
  translations.set(locale, translate);
  return translate;
}

/** The translation function for a locale and a catalogue of one's own. */
export function translateWith(locale: string, catalogue: Catalogue): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  const isPseudo = locale === pseudoLocale;

  return (sentence, values) => {
    const translated = Object.hasOwn(catalogue, sentence) ? catalogue[sentence] : undefined;
    if (!isPseudo && !needsFormatting.test(translated ?? sentence)) return translated ?? sentence;
    let message = compiled.get(sentence);
    if (!message) {
      message = isPseudo
        ? compile(pseudoTranslate(sentence), "en")
        : compileFirst(translated, sentence, locale);
      if (compiled.size >= mostCompiledSentences) compiled.clear();
      compiled.set(sentence, message);
    }
    return String(message.format(values));
  };
}

function compile(
  message: string | ReturnType<IntlMessageFormat["getAst"]>,
  locale: string,
): IntlMessageFormat {
  return new IntlMessageFormat(message, locale, undefined, {
    ignoreTag: true,
    formatters: {
      getNumberFormat: remembered((locales, options) => new Intl.NumberFormat(locales, options)),
      // A page is made without knowing where its reader is, so a bare date is the date in UTC, not at the server's.
      getDateTimeFormat: remembered(
        (locales, options) => new Intl.DateTimeFormat(locales, { timeZone: "UTC", ...options }),
      ),
      getPluralRules: remembered((locales, options) => new Intl.PluralRules(locales, options)),
    },
  });
}

function compileFirst(translated: string | undefined, sentence: string, locale: string): IntlMessageFormat {
  if (translated !== undefined) {
    try {
      return compile(translated, locale);
    } catch {
      // A slip in a catalogue must not take a page down; the English sentence below still says it.
    }
  }
  return compile(sentence, locale);
}

type Locales = string | string[] | undefined;

/** Making an Intl object costs more than all the rest of a sentence; each message makes its own only once. */
function remembered<Options, Made>(make: (locales: Locales, options?: Options) => Made) {
  const made = new Map<string, Made>();
  return (locales?: string | string[], options?: Options): Made => {
    const key = JSON.stringify([locales, options]);
    const found = made.get(key) ?? make(locales, options);
    made.set(key, found);
    return found;
  };
}
