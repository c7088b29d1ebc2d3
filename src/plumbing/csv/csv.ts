import { Turns } from "../jobs/turns.ts";

/** One row of a sheet, and the line of the file it begins in, from 1. */
export type CsvRow = { line: number; cells: string[] };

/**
 * Reads comma-separated values (RFC 4180). Spreadsheets of other countries put semicolons or tabs between: what the
 * first line has most of parts the cells. Others are served between.
 *
 * @param mostRows reading ends behind so many rows
 * @returns the rows that are not empty; `openQuote`: the line of a quote that nothing closes
 */
export async function readCsv(
  text: string,
  mostRows: number,
): Promise<{ rows: CsvRow[]; openQuote: number | null }> {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const parter = parterOf(source);
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  const turns = new Turns();
  while (at < source.length && rows.length < mostRows) {
    if (turns.isOver) await turns.next();
    const begins = line;
    const cells: string[] = [];
    let isRowDone = false;
    while (!isRowDone) {
      if (source[at] === '"') {
        const quoted = readQuoted(source, at);
        if (quoted === null) return { rows, openQuote: line };
        line += countLines(source, at, quoted.end);
        // What stands behind the closing quote belongs to the cell: nothing typed is lost.
        const end = endOfPlain(source, quoted.end, parter);
        cells.push(quoted.text + source.slice(quoted.end, end));
        at = end;
      } else {
        const end = endOfPlain(source, at, parter);
        cells.push(source.slice(at, end));
        at = end;
      }
      isRowDone = source[at] !== parter;
      at += 1;
    }
    line += 1;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ line: begins, cells });
  }
  return { rows, openQuote: null };
}

function parterOf(source: string): string {
  const end = source.indexOf("\n");
  const first = end < 0 ? source : source.slice(0, end);
  const count = (mark: string) => first.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readQuoted(source: string, from: number): { text: string; end: number } | null {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return null;
    parts.push(source.slice(at, close));
    if (source[close + 1] !== '"') return { text: parts.join('"'), end: close + 1 };
    at = close + 2;
  }
}

function endOfPlain(source: string, from: number, parter: string): number {
  let at = from;
  while (at < source.length && source[at] !== parter && source[at] !== "\n") at += 1;
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
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); `fromCell`
 * takes it off again, so that such names come back as they were.
 */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  return `\uFEFF${[...rows].map(csvLine).join("")}`;
}

/** One more line of such a file. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

const looksLikeFormula = /^'*[=+\-@\t\r]/;

function cellOf(text: string): string {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text;
  return /[",;\n\r\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell says, without the apostrophe that keeps a spreadsheet from reckoning. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula.test(cell) ? cell.slice(1) : cell;
}
