import { numberOf } from "./numbers.ts";

/** What a line such as `Chapter One of Two: Salt` says. `expected` is null for `?`, undefined when unsaid. */
export interface ChapterLine {
  number: number;
  expected: number | null | undefined;
  /** Where in the line the chapter's own title stands. */
  title: { from: number; to: number } | null;
}

const word =
  "chapter|chap\\.?|ch\\.?|part|pt\\.?|kapitel|teil|abschnitt|chapitre|partie|épisode|episode|capítulo|capitulo|cap\\.|parte|episodio|capitolo|глава|часть|розділ|частина|rozdział|część|hoofdstuk|deel|kapitola|fejezet|luku|bölüm";
const numeral = "\\d{1,4}|\\p{L}{1,15}(?:[- ]\\p{L}{3,6})?";
const numbered = new RegExp(
  `^[\\s*_~#=\\-–—.:[(]*(?:${word})(?=[\\s#\\d])\\s{0,3}(?:the\\s)?#?(${numeral})(?:\\s{0,3}(?:of|out of|/|von|sur|de|di|из)\\s{0,3}(${numeral}|\\?+))?[)\\]]?(?=$|[\\s:.\\-–—*_~=)])`,
  "iu",
);
/** `Erstes Kapitel`, `3. Teil`, `Deuxième partie`. */
const ordinal = new RegExp(
  `^[\\s*_~#=\\-–—.:[(]*(\\d{1,3}|\\p{L}{3,15})(?:\\.|º|ª|er|ère|ème|e|-я|th|st|nd|rd)?\\s{1,3}(?:${word})(?=$|[\\s:.\\-–—*_~=)])`,
  "iu",
);
const hanNumbered =
  /^[\s*_~#=\-–—【[]*第\s?([\d０-９一二三四五六七八九十百零〇]{1,6})\s?[章回话話节節部篇幕](?=$|[\s:：　】\]~*_=-])/u;
const hangulNumbered = /^\s*제?\s?(\d{1,3})\s?[장화부편](?=$|[\s:：.])/u;
const decoration = /^[\s*_~#=\-–—.:：[()\]】]*|[\s*_~#=\-–—[()\]]*$/gu;

/** Reads a line that is only a chapter heading; null for prose (`Chapter one of her life was over.`). */
export function chapterLine(line: string): ChapterLine | null {
  if (line.length > 160) return null;
  const match =
    numbered.exec(line) ?? ordinal.exec(line) ?? hanNumbered.exec(line) ?? hangulNumbered.exec(line);
  if (!match) return null;
  const number = numberOf(match[1] ?? "");
  const expected = expectedOf(match[2]);
  if (number === null || expected === "not-a-number") return null;
  const after = line.slice(match[0].length);
  const title = after.replace(decoration, "");
  if (title === "") return { number, expected, title: null };
  const announced = /^(?:[^\S\n]*\n|[\s*_]*[:：.\-–—~)])/u.test(after) || /^[\s*_~【[]*(?:第|제)/u.test(line);
  if (!announced || title.length > 100) return null;
  const from = match[0].length + after.indexOf(title);
  return { number, expected, title: { from, to: from + title.length } };
}

const count = /^[\s*_~([-]{0,8}(\d{1,3})\s?(?:\/|of)\s?(\d{1,3}|\?{1,2})[)\]\s*_~.-]{0,8}$/iu;

/** A line that is only `(1/3)` or `2/?`. */
export function bareCount(line: string): ChapterLine | null {
  const match = count.exec(line);
  const number = numberOf(match?.[1] ?? "");
  const expected = expectedOf(match?.[2]);
  if (number === null || number === 0 || expected === "not-a-number") return null;
  return (expected ?? number) < number ? null : { number, expected, title: null };
}

/** The chapter heading a line begins with, and where it ends; whether more follows is for others to judge. */
export function chapterStart(line: string): { chapter: ChapterLine; to: number } | null {
  const match = numbered.exec(line);
  const number = numberOf(match?.[1] ?? "");
  const expected = expectedOf(match?.[2]);
  if (!match || number === null || expected === "not-a-number") return null;
  const gap = /^[\s:.\-–—*_~=)|]{1,12}/u.exec(line.slice(match[0].length))?.[0].length ?? 0;
  if (gap === 0) return null;
  return { chapter: { number, expected, title: null }, to: match[0].length + gap };
}

function expectedOf(words: string | undefined): number | null | undefined | "not-a-number" {
  if (words === undefined) return undefined;
  if (/^\?+$/u.test(words)) return null;
  return numberOf(words) ?? "not-a-number";
}
