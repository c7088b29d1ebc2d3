import { isContents } from "../marks/heading-lines.ts";
import { isOrnament } from "../marks/ornaments.ts";
import { goesOnAfterProse, isProse } from "./after-prose.ts";
import type { HeaderLine, HeaderRegion } from "./header-line.ts";
import type { HeaderSign } from "./header-sign.ts";
import { signsOf } from "./line-signs.ts";
import type { SourceLine } from "./source-lines.ts";

/** How far a header may reach, and how far its parts may lie apart (rule 1 of the header lexicon). */
export const headerLines = 80;
const reach = 6;
const wantedWeight = 2;
const mostProseBefore = 3;

/**
 * The lines at the top of a file that are its header, up to the last one that says something a story would not.
 * Null when there is too little to be sure: two known labels (or other signs) within six lines are wanted, or a byline
 * right below a title.
 *
 * @param titled whether a title is known to stand above the first line
 */
export function headerRegion(lines: SourceLine[], titled: boolean): HeaderRegion | null {
  const read = beforeContents(
    lines.map((line, position) => ({
      line,
      signs: signsOf(line.text, position, titled),
      continues: false,
    })),
  );
  const found = lastHeaderLine(read);
  const end = found ?? (isLoneLabel(read[0]) ? 0 : null);
  if (end === null) return null;
  const region = read.slice(0, end + 1);
  for (const [index, current] of region.entries()) {
    current.continues = index > 0 && !current.line.apart && saysNothing(current.signs);
  }
  return { lines: withContinuation(region, read.slice(end + 1), lines), sure: found !== null };
}

/** A table of contents is no header: one chapter after the other, with nothing between. */
function beforeContents(read: HeaderLine[]): HeaderLine[] {
  const numbers = read.map(({ signs }) => (signs[0]?.kind === "chapter" ? signs[0].chapter.number : null));
  const first = numbers.findIndex((number, index) => number !== null && numbers[index + 1] === number + 1);
  if (first === -1) return read;
  return read.slice(0, isContents(read[first - 1]?.line.text ?? "") ? first - 1 : first);
}

/** One strong label, or one sentence that no story says, opens the file: too little to act on, enough to offer. */
function isLoneLabel(first: HeaderLine | undefined): boolean {
  const [sign] = first?.signs ?? [];
  if (sign?.kind === "label") return sign.strong;
  return sign?.kind === "words" && sign.sure && first?.signs.length === 1;
}

function lastHeaderLine(read: HeaderLine[]): number | null {
  let last: number | null = null;
  let weight = 0;
  let prose = 0;
  for (const [index, { line, signs }] of read.entries()) {
    if (last !== null && index - last > reach) break;
    if (last === null && prose > mostProseBefore) return null;
    if (isOrnament(line.text)) {
      if (last !== null && weight >= wantedWeight && !labelFollows(read, index)) break;
      continue;
    }
    const own = weightOf(signs);
    const counts = own >= 1 || (own > 0 && isAmongSigns(read, index));
    if (!counts) {
      if (isProse(line.text)) prose++;
      continue;
    }
    if (last !== null && prose > 0 && !goesOnAfterProse(read, last, index)) break;
    last = index;
    weight += own;
  }
  return weight >= wantedWeight || isAloneAtTop(read, last) ? last : null;
}

function weightOf(signs: HeaderSign[]): number {
  let weight = 0;
  for (const sign of signs) {
    if (sign.kind === "subject" || sign.kind === "conventions") weight += 2;
    else if (sign.kind === "label") weight += sign.strong ? 1 : 0.5;
    else if (sign.kind === "chapter" || sign.kind === "byline") weight += 1;
    else if (sign.says !== "nothing") weight += sign.sure ? 1 : 0.5;
  }
  return weight;
}

/** A weak label counts beside another sign, with no empty line between them. */
function isAmongSigns(read: HeaderLine[], index: number): boolean {
  const after = read[index + 1];
  const before = read[index - 1];
  return (
    (after !== undefined && !after.line.apart && weightOf(after.signs) >= 0.5) ||
    (before !== undefined && read[index]?.line.apart === false && weightOf(before.signs) >= 0.5)
  );
}

function labelFollows(read: HeaderLine[], index: number): boolean {
  return read
    .slice(index + 1, index + 3)
    .some(({ signs }) => signs.some((sign) => sign.kind === "label" && sign.strong));
}

/** `Chapter 4` and nothing else at the very top is a heading too; so is `by Wren`, which is a sign only below a title. */
function isAloneAtTop(read: HeaderLine[], last: number | null): boolean {
  const kind = read[0]?.signs[0]?.kind;
  return last === 0 && (kind === "chapter" || kind === "byline");
}

function saysNothing(signs: HeaderSign[]): boolean {
  return signs.every((sign) => sign.kind === "words" && sign.says === "nothing");
}

/**
 * A last value that was hard-wrapped goes on in the next lines: when they stand close and are indented, or the
 * line before ends in the middle of a sentence.
 */
function withContinuation(region: HeaderLine[], rest: HeaderLine[], lines: SourceLine[]): HeaderLine[] {
  const last = region.at(-1)?.signs.at(-1);
  if (last?.kind !== "label" && last?.kind !== "words") return region;
  const widest = Math.max(...lines.map((line) => line.text.trimEnd().length));
  const wrapped = widest <= 100;
  const whole = [...region];
  for (const next of rest) {
    const before = whole.at(-1)?.line.text.trimEnd() ?? "";
    if (next.line.apart || isOrnament(next.line.text) || !saysNothing(next.signs)) break;
    const indented =
      /^(?:\t|\s{2,})\S/u.test(next.line.text) && !/^(?:\t|\s{2,})/u.test(lines.at(-1)?.text ?? "");
    const unfinished = !/[.!?…:"”’')*~^]\s*$/u.test(before);
    const lower = /^\s*\p{Ll}/u.test(next.line.text);
    const full = wrapped && before.length > 50;
    if (!indented && !(unfinished && (lower || full)) && !(full && lower)) break;
    whole.push({ ...next, continues: true });
  }
  return whole;
}
