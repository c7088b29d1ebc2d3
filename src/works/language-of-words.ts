/** How a script is called in a regular expression, where Unicode calls it otherwise or a language needs several. */
const letters: Record<string, string> = {
  Hans: "\\p{Script=Han}",
  Hant: "\\p{Script=Han}",
  Jpan: "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]",
  Kore: "[\\p{Script=Hangul}\\p{Script=Han}]",
};

/** By language; making one takes longer than asking it a thousand times. */
const known = new Map<string, { script: string; written: RegExp | null }>();

/**
 * The language of words that stand beside a work: a tag, the name of its series, a paragraph of what readers say. It is the
 * work's own when they are mostly written in its letters and the page is not; else nobody knows, and they stand in the page's. A
 * voice that reads them aloud needs to be told (WCAG 2.2, 3.1.2 Language of Parts).
 *
 * @param language of the work, a BCP 47 tag
 * @param locale of the page
 */
export function languageOfWords(words: string, language: string, locale: string): string | undefined {
  const work = scriptOf(language);
  if (work.script === scriptOf(locale).script || work.written === null) return undefined;
  const its = words.match(work.written)?.length ?? 0;
  const all = words.match(/\p{L}/gu)?.length ?? 0;
  return its * 2 > all ? language : undefined;
}

function scriptOf(language: string) {
  let found = known.get(language);
  if (!found) {
    found = readScript(language);
    known.set(language, found);
  }
  return found;
}

function readScript(language: string): { script: string; written: RegExp | null } {
  try {
    const script = new Intl.Locale(language).maximize().script ?? "";
    return { script, written: new RegExp(letters[script] ?? `\\p{Script=${script}}`, "gu") };
  } catch {
    // Not a language, or one in letters that Unicode has no name for here.
    return { script: "", written: null };
  }
}
