import { bareCount } from "./chapter-line.ts";
import type { HeaderLine } from "./header-line.ts";
import type { HeaderSign } from "./header-sign.ts";
import type { LabelField } from "./labels.ts";
import { isHandle } from "./opening-dedications.ts";
import { ratingOf } from "./ratings.ts";
import { sentencesOf } from "./sentences.ts";
import { spokenOf } from "./spoken-of.ts";

/** Fields whose value is a word or a list; a sentence more and the line may be the story's. */
const briefFields: readonly LabelField[] = [
  "author",
  "beta",
  "fandom",
  "pairing",
  "characters",
  "rating",
  "warnings",
  "genre",
  "part",
  "status",
  "words",
  "language",
];

/** Which line of a header, and where in it, a sign stands. */
export interface LoneSign {
  line: number;
  from: number;
}

/**
 * The one sign besides chapter headings, when a story could say it too: `For Mina.`, `By Whitby Harbour`, `1/2`,
 * `Rating: none. The inspector shut his book.` Null when anything else speaks for a header.
 */
export function loneAmbiguousSign(lines: HeaderLine[]): LoneSign | null {
  if (lines[0]?.signs[0]?.kind !== "chapter") return null;
  const others: (LoneSign & { sign: HeaderSign; text: string })[] = [];
  for (const [line, { line: source, signs }] of lines.entries()) {
    for (const sign of signs) {
      const isHeading = sign.kind === "chapter" && (line === 0 || bareCount(source.text) === null);
      const saysNothing = sign.kind === "words" && sign.says === "nothing";
      if (!isHeading && !saysNothing) others.push({ line, from: sign.from, sign, text: source.text });
    }
  }
  const [only, second] = others;
  return only && !second && isAmbiguous(only.sign, only.text) ? { line: only.line, from: only.from } : null;
}

function isAmbiguous(sign: HeaderSign, text: string): boolean {
  switch (sign.kind) {
    case "chapter":
      return true;
    case "byline":
      return !isHandle(text.slice(sign.value, sign.to).trim());
    case "label":
      return briefFields.includes(sign.field) && isLikeProse(sign.field, text.slice(sign.value, sign.to));
    case "words":
      return sign.says === "gift" && !givesOutright(text, sign.from, sign.to);
    case "conventions":
    case "subject":
      return false;
  }
}

function isLikeProse(field: LabelField, value: string): boolean {
  if (sentencesOf(value, 0, value.length).length > 1) return true;
  return field === "rating" && ratingOf(value.trim()) === null;
}

/** A gift in words no story has, or to a name no story's people have. */
function givesOutright(text: string, from: number, to: number): boolean {
  return sentencesOf(text, from, to).some((sentence) => {
    const words = text.slice(sentence.from, sentence.to);
    return spokenOf(words, text.slice(sentence.to, to)).sure || words.split(/[\s,.!?;:()]+/u).some(isHandle);
  });
}
