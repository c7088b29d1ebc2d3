import type { HeaderSign } from "./header-sign.ts";
import { knownLabel, longestLabel } from "./labels.ts";

type LabelSign = Extract<HeaderSign, { kind: "label" }>;

const mostInLine = 40;

/**
 * The labels of a line: one at its start, and, where a header ran together into one paragraph, more inside it.
 * Inside a line a label needs a colon and a capital, and a weak one needs two others beside it.
 */
export function labelSigns(line: string): LabelSign[] {
  const first = labelAtStart(line);
  const inside = labelsInside(line, first?.value ?? 0);
  const strong = inside.filter((sign) => sign.strong);
  const others = strong.length + (first ? 1 : 0) >= 2 ? inside : strong;
  const signs = first ? [first, ...others] : others;
  return signs.map((sign, index) => ({ ...sign, to: signs[index + 1]?.from ?? line.length }));
}

const opening = /^[\s*_>#•~=[(-]{0,8}/u;
const separator = /[*_\])]{0,3}\s{0,2}(?:[:：=~]|[-–—](?=\s))[*_]{0,3}\s{0,3}/u;

function labelAtStart(line: string): LabelSign | null {
  const from = opening.exec(line)?.[0].length ?? 0;
  const head = line.slice(from, from + longestLabel + 8);
  const colon =
    separatedBy(head, /[*_\])]{0,3}\s{0,2}[:：][*_\])]{0,3}\s{0,3}/u) ?? separatedBy(head, separator);
  if (!colon) return null;
  const known = knownLabel(colon.label);
  if (!known || (!known.strong && colon.dash)) return null;
  return {
    kind: "label",
    field: known.field,
    label: colon.label,
    strong: known.strong,
    from: 0,
    value: from + colon.end,
    to: line.length,
  };
}

function separatedBy(head: string, mark: RegExp): { label: string; end: number; dash: boolean } | null {
  const match = mark.exec(head);
  if (!match) return null;
  return {
    label: head.slice(0, match.index),
    end: match.index + match[0].length,
    dash: !/[:：]/u.test(match[0]),
  };
}

function labelsInside(line: string, start: number): LabelSign[] {
  const signs: LabelSign[] = [];
  for (const colon of line.slice(0, 8000).matchAll(/[*_]{0,2}[:：][*_]{0,2}\s{0,3}/gu)) {
    if (signs.length === mostInLine) break;
    const begin = Math.max(signs.at(-1)?.value ?? start, colon.index - longestLabel);
    const found = longestLabelEndingAt(line, begin, colon.index);
    if (!found || found.from === 0 || isQuoted(line.slice(0, found.from))) continue;
    const known = knownLabel(line.slice(found.from, colon.index));
    if (!known) continue;
    const value = colon.index + colon[0].length;
    signs.push({
      kind: "label",
      field: known.field,
      label: line.slice(found.from, colon.index),
      strong: known.strong,
      from: found.from,
      value,
      to: line.length,
    });
  }
  return signs;
}

/** Whether a quotation that was opened before still goes on: then somebody is speaking. */
function isQuoted(before: string): boolean {
  const straight = before.split('"').length - 1;
  if (straight % 2 === 1 || before.lastIndexOf("“") > before.lastIndexOf("”")) return true;
  return /(?:^|\s)[‘'](?=\p{L})[^’']{0,200}$/u.test(before.slice(-240));
}

/** Tries the words before a colon, the most of them first. */
function longestLabelEndingAt(line: string, begin: number, end: number): { from: number } | null {
  for (let from = begin; from < end; from++) {
    const startsWord = from === 0 || /[\s|>*_.;,]/u.test(line[from - 1] ?? "");
    if (!startsWord || !/[\p{Lu}\p{Lo}]/u.test(line[from] ?? "")) continue;
    if (knownLabel(line.slice(from, end))) return { from };
  }
  return null;
}
