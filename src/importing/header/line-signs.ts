import { bareCount, chapterLine, chapterStart } from "./chapter-line.ts";
import { conventionsInside, conventionsOf } from "./conventions.ts";
import type { HeaderSign } from "./header-sign.ts";
import { labelSigns } from "./label-signs.ts";
import { sentencesOf } from "./sentences.ts";
import { spokenOf } from "./spoken-of.ts";
import { subjectLine, titleWithCount } from "./subject-line.ts";

/** Longer lines are no header. */
const longest = 8000;
/** How far down a title or a byline may stand. */
const top = 5;

const bylineStart =
  /^\s*[*_]{0,2}(?:(?:an?\s)?(?:[\p{L}'’-]{1,20}\s){0,4}(?:story|fic|fanfic|fan ?fiction|tale|drabble),?\s)?by:?\s+(?=[\p{L}\d_])/iu;

/**
 * What a line says that a story would not, in order, covering the whole line; `position` is its place among the
 * lines that have words. A line that says nothing of the kind is one sign of words that say nothing.
 *
 * @param titled whether a title is known to stand above the first line, so that even that may be a byline
 */
export function signsOf(line: string, position: number, titled = false): HeaderSign[] {
  const to = line.length;
  if (to > longest) return [{ kind: "words", says: "nothing", sure: false, from: 0, to }];
  const subject = position < top ? subjectLine(line) : null;
  if (subject) return [{ kind: "subject", subject, from: 0, to }];
  const chapter = chapterLine(line) ?? (position < top ? bareCount(line) : null);
  if (chapter) return [{ kind: "chapter", chapter, from: 0, to }];
  const counted = position === 0 ? titleWithCount(line) : null;
  if (counted) return [{ kind: "subject", subject: counted, from: 0, to }];
  const conventions = conventionsOf(line);
  if (conventions) return [{ kind: "conventions", conventions, from: 0, to }];
  const byline = (titled || position > 0) && position < top ? bylineStart.exec(line) : null;
  if (byline && isName(line.slice(byline[0].length)))
    return [{ kind: "byline", from: 0, value: byline[0].length, to }];
  return chapterAndMore(line) ?? labelsAndWords(line);
}

function isName(words: string): boolean {
  return (
    words.trim().length <= 50 && words.trim().split(/\s+/u).length <= 4 && !/[.,;:!?]\s*$|[“”"]/u.test(words)
  );
}

/** A chapter heading with more of a header after it on the same line; prose after it makes it no heading. */
function chapterAndMore(line: string): HeaderSign[] | null {
  const start = chapterStart(line);
  if (!start) return null;
  const rest = labelsAndWords(line.slice(start.to));
  const [first] = rest;
  if (first === undefined || (first.kind === "words" && first.says === "nothing")) return null;
  const moved = rest.map((sign) => movedBy(sign, start.to));
  return [{ kind: "chapter", chapter: start.chapter, from: 0, to: start.to }, ...moved];
}

function movedBy(sign: HeaderSign, offset: number): HeaderSign {
  const range = { from: sign.from + offset, to: sign.to + offset };
  return "value" in sign ? { ...sign, ...range, value: sign.value + offset } : { ...sign, ...range };
}

function labelsAndWords(line: string): HeaderSign[] {
  const labels = labelSigns(line);
  const signs: HeaderSign[] = wordSigns(line, 0, labels[0]?.from ?? line.length);
  for (const label of labels) {
    const inside =
      label.field === "conventions" ? null : conventionsInside(line.slice(label.value, label.to));
    if (!inside) {
      signs.push(label);
      continue;
    }
    const from = label.value + inside.from;
    const to = label.value + inside.to;
    signs.push({ ...label, to: from }, { kind: "conventions", conventions: inside.conventions, from, to });
    signs.push(...wordSigns(line, to, label.to));
  }
  return signs;
}

function wordSigns(line: string, from: number, to: number): HeaderSign[] {
  if (!/\S/u.test(line.slice(from, to))) return [];
  const inside = conventionsInside(line.slice(from, to));
  if (inside) {
    const start = from + inside.from;
    const end = from + inside.to;
    return [
      ...wordSigns(line, from, start),
      { kind: "conventions", conventions: inside.conventions, from: start, to: end },
      ...wordSigns(line, end, to),
    ];
  }
  const signs: Extract<HeaderSign, { kind: "words" }>[] = [];
  for (const sentence of sentencesOf(line, from, to)) {
    const { says, sure } = spokenOf(line.slice(sentence.from, sentence.to), line.slice(sentence.to, to));
    const last = signs.at(-1);
    if (last?.says === says) {
      last.to = sentence.to;
      last.sure ||= sure;
    } else signs.push({ kind: "words", says, sure, ...sentence });
  }
  // `This is for Anna.` gives when the line says nothing else; before a story it may be a part of that.
  const isWhole = from === 0 && to === line.length && signs.every(({ says }) => says !== "nothing");
  for (const sign of signs) sign.sure ||= isWhole && sign.says === "gift";
  return signs;
}
