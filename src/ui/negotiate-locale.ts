import { catalogues } from "./locales/catalogues.ts";
import { pseudoLocale } from "./locales/pseudo.ts";

/**
 * The interface locale for an Accept-Language header (RFC 9110, section 12.5.4).
 *
 * Takes the best-weighted range that names a language we speak, keeping the reader's own region for dates
 * and numbers ("en-NZ" stays "en-NZ"). No header, or nothing we speak: "en".
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): string {
  for (const range of rangesByWeight(acceptLanguage ?? "")) {
    const found = matching(range);
    if (found) return found;
  }
  return "en";
}

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

/** Whether a language is written from right to left, by its usual script. An unreadable tag reads from left to right. */
export function directionOf(language: string): "ltr" | "rtl" {
  const script = parseLocale(language)?.maximize().script;
  return script !== undefined && rightToLeftScripts.has(script) ? "rtl" : "ltr";
}

/** The header's ranges, best weight first, equal weights in their order; ranges of weight 0 are refused ones. */
function rangesByWeight(header: string): string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [range = "", ...parameters] = entry.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => /^q=/i.test(parameter));
      return { range, weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ range, weight }) => range !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ range }) => range);
}

function matching(range: string): string | undefined {
  const locale = parseLocale(range);
  if (!locale) return undefined;
  if (locale.baseName === pseudoLocale) return pseudoLocale;
  if (locale.language === "en") return locale.region ? `en-${locale.region}` : "en";
  return [locale.baseName, `${locale.language}-${locale.script}`, locale.language].find((tag) =>
    catalogues.has(tag),
  );
}

function parseLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
