/** What most runs of a document say themselves. */
export interface UsualSettings {
  language: string | null;
  colours: ReadonlySet<string>;
}

/**
 * Counts the languages and colours that runs name, without reading the document: programs that write them write them
 * on every run, and what is everywhere marks nothing.
 */
export function usualSettings(document: string, defaultLanguage: string | null): UsualSettings {
  const runs = count(document, /<\w{0,8}:?r[ >]/gu);
  const languages = countEach(document, /:lang [^<>]{0,80}?:val="([\w-]{2,20})"/gu);
  const colours = countEach(document, /:color [^<>]{0,80}?:val="([\da-fA-F]{6})"/gu);
  const [language = null, times = 0] = most(languages) ?? [];
  return {
    language: times * 2 > runs ? language : defaultLanguage,
    colours: new Set(
      [...colours].filter(([, uses]) => uses * 2 > runs).map(([colour]) => colour.toLowerCase()),
    ),
  };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

function countEach(text: string, pattern: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, value = ""] of text.matchAll(pattern)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function most(counts: Map<string, number>): [string, number] | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0];
}
