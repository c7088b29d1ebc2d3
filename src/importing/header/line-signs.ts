import { chapterLine } from "./chapter-line.ts";
import { conventionsInside, conventionsOf } from "./conventions.ts";
import { forbidsCopies } from "./forbids-copies.ts";
import type { HeaderSign, SpokenOf } from "./header-sign.ts";
import { labelSigns } from "./label-signs.ts";
import { sentencesOf, spokenCredit } from "./spoken-credits.ts";
import { subjectLine } from "./subject-line.ts";

/** Longer lines are no header. */
const longest = 8000;

/**
 * What a line says that a story would not, in order, covering the whole line; `position` is its place among the
 * lines that have words. A line that says nothing of the kind is one sign of words that say nothing.
 */
export function signsOf(line: string, position: number): HeaderSign[] {
  const to = line.length;
  if (to > longest) return [{ kind: "words", says: "nothing", from: 0, to }];
  const subject = position < 5 ? subjectLine(line) : null;
  if (subject) return [{ kind: "subject", subject, from: 0, to }];
  const chapter = chapterLine(line);
  if (chapter) return [{ kind: "chapter", chapter, from: 0, to }];
  const conventions = conventionsOf(line);
  if (conventions) return [{ kind: "conventions", conventions, from: 0, to }];
  const byline = position > 0 && position < 5 ? /^\s*[*_]{0,2}by:?\s+(?=[\p{L}\d_])/iu.exec(line) : null;
  if (byline && isName(line.slice(byline[0].length)))
    return [{ kind: "byline", from: 0, value: byline[0].length, to }];
  return labelsAndWords(line);
}

function isName(words: string): boolean {
  return (
    words.trim().length <= 50 && words.trim().split(/\s+/u).length <= 4 && !/[.,;:!?]\s*$|[“”"]/u.test(words)
  );
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
    const says = spokenOf(line.slice(sentence.from, sentence.to));
    const last = signs.at(-1);
    if (last && (last.says === says || (says === "nothing" && last.says !== "nothing")))
      last.to = sentence.to;
    else signs.push({ kind: "words", says, ...sentence });
  }
  return signs;
}

function spokenOf(sentence: string): SpokenOf {
  const credit = spokenCredit(sentence);
  if (credit !== null) return credit.betas.length > 0 ? "thanks" : "gift";
  return forbidsCopies(sentence) ? "permission" : "nothing";
}
