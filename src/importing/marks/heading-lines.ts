import { chapterLine } from "../header/chapter-line.ts";
import { numberOf } from "../header/numbers.ts";

/** What a line says that may be the heading of a chapter. */
export interface HeadingLine {
  /** Lines written alike have the same form; only those strengthen one another. */
  form: string;
  /** Null for a prologue and its like. */
  number: number | null;
  /** Where in the line the chapter's own title stands. */
  title: { from: number; to: number } | null;
  /** Whether it says so by itself; a lone number does not. */
  says: boolean;
}

const longest = 160;
const unnumbered =
  /^[\s*_~#=\-–—([<]{0,12}(prologue?|epilogue?|interlude|prolog|epilog|prólogo|epílogo|prologo|epilogo|intermezzo|пролог|эпилог|интерлюдия|楔子|序章|終章|尾声|番外|プロローグ|エピローグ)(?:\s*[:：–—-]\s*\S.{0,80}|[\s*_~#=\-–—.)\]>]*)$/iu;
const numeral = /^[\s*_~#=\-–—([<]{0,12}(\d{1,3}|[ivxlc]{1,8}|[IVXLC]{1,8})\s?[.)\]>]?[\s*_~#=\-–—]{0,12}$/u;
const word = /^[\s*_~#=\-–—]{0,12}(\p{L}{3,12}(?:-\p{L}{3,6})?)[.:]?[\s*_~#=\-–—]{0,12}$/u;
const titled = /^\s*(\d{1,3}|[IVXLC]{1,8})[.)]\s{1,4}(\p{Lu}[^\n]{0,70}[^\s.!?,;:…"”])\s*$/u;

const contents =
  /^[\s*_~#=-]*(?:(?:table of )?contents|chapters|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|оглавление|содержание|目次|目录)[\s*_~#=:：-]*$/iu;

/** Whether a line announces a table of contents. */
export function isContents(line: string): boolean {
  return line.length <= longest && contents.test(line);
}

/** Reads a line that may be the heading of a chapter (T38); null for any other. */
export function headingLine(line: string): HeadingLine | null {
  if (line.length > longest) return null;
  const chapter = chapterLine(line.trim());
  if (chapter) {
    const indent = line.length - line.trimStart().length;
    const { number, title } = chapter;
    return {
      form: formOf(line),
      number,
      title: title && { from: title.from + indent, to: title.to + indent },
      says: true,
    };
  }
  return namedHeading(line) ?? numberedHeading(line);
}

/** The heading's first letters: `chapter`, `глава`, `第`. */
function formOf(line: string): string {
  return /\p{L}+/u.exec(line.toLowerCase())?.[0].slice(0, 12) ?? "";
}

function namedHeading(line: string): HeadingLine | null {
  if (!unnumbered.test(line)) return null;
  const text = line.replace(/[\s*_~#=\-–—)\]>]+$/u, "");
  const from = /^[\s*_~#=\-–—([<]*/u.exec(text)?.[0].length ?? 0;
  return { form: "named", number: null, title: { from, to: text.length }, says: true };
}

function numberedHeading(line: string): HeadingLine | null {
  const withTitle = titled.exec(line);
  const said = numeral.exec(line)?.[1] ?? word.exec(line)?.[1] ?? withTitle?.[1];
  const number = said === undefined ? null : numberOf(said);
  if (said === undefined || number === null || number === 0) return null;
  const kind = /^\d/u.test(said) ? "digits" : /^[ivxlc]+$/iu.test(said) ? "roman" : "word";
  const words = numeral.test(line) ? undefined : withTitle?.[2];
  const from = words === undefined ? 0 : line.lastIndexOf(words);
  const title = words === undefined ? null : { from, to: from + words.length };
  const size = said === said.toUpperCase() ? "large" : "small";
  return { form: `${kind} ${size}${title ? " titled" : ""}`, number, title, says: false };
}
