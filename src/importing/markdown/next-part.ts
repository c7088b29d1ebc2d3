/** Where a part of a text ends. */
export interface TextPart {
  end: number;
  /** What reading it costs: its lines, and the signs that the grammar must look at from many sides. */
  weight: number;
  /** Whether it was cut where what it holds may go on. */
  isCut: boolean;
}

/** Parts are read together up to these, as each reading costs something by itself. */
const [fullLength, fullWeight] = [32_000, 1500];
/** A list of a thousand items, a table of several hundred rows; for more the grammar's time grows by its square. */
export const heaviestPart = 8000;
/** What a stretch heavier than that is cut into. */
const cutWeight = 2000;

const blank = /^[ \t]*$/u;
/** A line that, after a blank one, belongs to no list, note or code before it: it is not indented and begins no item. */
const closesAll = /^(?![ \t]|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$))/u;

/**
 * Finds the next part of a text that can be read by itself. It ends where every list, quotation, note, table,
 * paragraph and indented code has ended: at a blank line before one that can go on with none of them (CommonMark
 * 0.31.2, section 5; GitHub's notes go on when indented). Fenced code and some HTML may still be open there.
 */
export function nextPart(text: string, from: number): TextPart {
  let [end, weight] = [from, 0];
  let afterBlank = false;
  let closed: TextPart | null = null;
  let cut: TextPart | null = null;
  while (end < text.length) {
    const newline = text.indexOf("\n", end);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(end, newline === -1 ? next : newline);
    const isBlank = blank.test(line);
    if (afterBlank && !isBlank && closesAll.test(line)) {
      closed = { end, weight, isCut: false };
      if (end - from >= fullLength || weight >= fullWeight) return closed;
    }
    const own = isBlank ? 0 : weightOf(line);
    if (cut === null && weight > 0 && weight + own > cutWeight) cut = { end, weight, isCut: true };
    if (weight + own > heaviestPart) return closed ?? cut ?? { end: next, weight: own, isCut: true };
    weight += own;
    end = next;
    afterBlank = isBlank;
  }
  return { end, weight, isCut: false };
}

/** An item costs the grammar as much as several paragraphs. */
const item = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?=\s|$)/u;
const signs = /[*_[\]()<>`|~]/gu;

function weightOf(line: string): number {
  return 1 + Math.floor(line.length / 100) + (item.test(line) ? 2 : 0) + (line.match(signs)?.length ?? 0);
}
