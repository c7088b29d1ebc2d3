import { Turns } from "../jobs/turns.ts";

/** One row of a sheet, and the line of the file it begins in, from 1. */
export type CsvRow = { line: number; cells: string[] };

/**
 * What was read of a sheet. Reading breaks off at the line of a quote that nothing closes (`openQuote`), at a row longer
 * than any (`overlong`), and behind as many rows as were asked for (`isCut`: there are more).
 */
export type CsvRead = { rows: CsvRow[]; openQuote: number | null; overlong: number | null; isCut: boolean };

/** Characters of one row: ten of the longest notes. What is longer is no sheet, and would be read in one go. */
const longestRow = 400_000;

/**
 * Reads comma-separated values (RFC 4180). Spreadsheets of other countries put semicolons or tabs between: what the
 * first line has most of parts the cells. Others are served between.
 *
 * @param mostRows reading ends behind so many rows
 * @returns the rows that are not empty, and where reading broke off
 */
export async function readCsv(text: string, mostRows: number): Promise<CsvRead> {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const parter = parterOf(source);
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  const turns = new Turns();
  while (at < source.length && rows.length < mostRows) {
    if (turns.isOver) await turns.next();
    const begins = line;
    const last = at + longestRow;
    const cells: string[] = [];
    let isRowDone = false;
    while (!isRowDone) {
      if (at > last) return { rows, openQuote: null, overlong: begins, isCut: false };
      if (source[at] === '"') {
        const quoted = readQuoted(source, at, last);
        if (quoted === "open") return { rows, openQuote: line, overlong: null, isCut: false };
        if (quoted === "overlong") return { rows, openQuote: null, overlong: begins, isCut: false };
        line += countLines(source, at, quoted.end);
        // What stands behind the closing quote belongs to the cell: nothing typed is lost.
        const end = endOfPlain(source, quoted.end, parter, last);
        cells.push(quoted.text + source.slice(quoted.end, end));
        at = end;
      } else {
        const end = endOfPlain(source, at, parter, last);
        cells.push(source.slice(at, end));
        at = end;
      }
      if (at > last) continue;
      isRowDone = source[at] !== parter;
      at += 1;
    }
    line += 1;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: begins, cells });
  }
  return { rows, openQuote: null, overlong: null, isCut: source.slice(at).trim() !== "" };
}

function parterOf(source: string): string {
  const end = source.indexOf("\n");
  const first = source.slice(0, Math.min(end < 0 ? longestRow : end, longestRow));
  const count = (mark: string) => first.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readQuoted(
  source: string,
  from: number,
  last: number,
): { text: string; end: number } | "open" | "overlong" {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return "open";
    if (close > last) return "overlong";
    parts.push(source.slice(at, close));
    if (source[close + 1] !== '"') return { text: parts.join('"'), end: close + 1 };
    at = close + 2;
  }
}

function endOfPlain(source: string, from: number, parter: string, last: number): number {
  let at = from;
  while (at < source.length && at <= last && source[at] !== parter && source[at] !== "\n") at += 1;
  return at;
}

function countLines(source: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (source.charCodeAt(at) === 10) lines += 1;
  return lines;
}

/**
 * Writes rows as comma-separated values, with the mark by which spreadsheets know UTF-8.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). So does what
 * would begin a cell inside it: in half the world a spreadsheet parts cells at semicolons, and then at line ends too.
 * `fromCell` takes it off again, so that such names come back as they were.
 */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  return `\uFEFF${[...rows].map(csvLine).join("")}`;
}

/** One more line of such a file. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** The beginning of a formula, in wide letters too, where a cell begins or a spreadsheet may believe that one does. */
const formulas = /(^|[;\t\r\n])( *)('*[=+\-@＝＋－＠])/g;
const guarded = /(^|[;\t\r\n])( *)'('*[=+\-@＝＋－＠])/g;
/** What spreadsheets skip before they look for a formula. */
const skipped = /^('*[\t\r])/;
const guardedSkipped = /^'('*[\t\r])/;

function cellOf(text: string): string {
  const safe = text.replace(formulas, "$1$2'$3").replace(skipped, "'$1");
  return /[",;\n\r\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell says, without the apostrophes that keep a spreadsheet from reckoning. */
export function fromCell(cell: string): string {
  return cell.replace(guardedSkipped, "$1").replace(guarded, "$1$2$3");
}
