import type { HeaderSign } from "./header-sign.ts";
import type { LabelField } from "./labels.ts";
import { sentencesOf } from "./sentences.ts";
import { spokenOf } from "./spoken-of.ts";

/** A sign, and whether it is surely the header's. */
export interface SureSign {
  sign: HeaderSign;
  sure: boolean;
}

/** After values of these fields a story can begin on the same line; a summary or a note may be any prose. */
const shortFields = new Set<LabelField>([
  "author",
  "co-author",
  "artist",
  "translator",
  "beta",
  "contact",
  "fandom",
  "pairing",
  "characters",
  "rating",
  "warnings",
  "genre",
  "disclaimer",
  "permission",
  "part",
  "status",
  "words",
  "gift",
]);
const ofHeader =
  /\b(?:i|i['’]m|i['’]ve|me|my|mine|we|our|you|your|own|owns|owned|belongs?|rights|characters?|money|profit|sue|borrow\w*|fun|author|writer|fic|story|chapter|beta\w*|review\w*|please|thanks?|copyright\w*|enjoy|warnings?)\b|[:;]-?[)D]|\^_\^|<3/iu;
const opensQuote = /^["“‘']\s?[\p{L}…]/u;
/** Shorter remarks than this may still be about the one who was just thanked. */
const shortRemark = 120;

/**
 * The signs of a header's last line, without the story where it began in the same paragraph. A short remark after
 * thanks may be either: it is offered, and stays in the story until somebody takes it out.
 */
export function withoutStory(line: string, signs: HeaderSign[]): SureSign[] {
  const sure = signs.map((sign) => ({ sign, sure: true }));
  const last = signs.at(-1);
  const before = signs.at(-2);
  if (last?.kind === "label")
    return [...sure.slice(0, -1), { sign: labelOnly(line, last, signs.length), sure: true }];
  if (last?.kind !== "words" || last.says !== "nothing" || before === undefined) return sure;
  const words = line.slice(last.from, last.to).trim();
  const ofThanks = before.kind === "words" && words.length <= shortRemark && !/["“‘]/u.test(words);
  return ofThanks ? [...sure.slice(0, -1), { sign: last, sure: false }] : sure.slice(0, -1);
}

function labelOnly(
  line: string,
  sign: Extract<HeaderSign, { kind: "label" }>,
  signsInLine: number,
): Extract<HeaderSign, { kind: "label" }> {
  const runTogether = signsInLine >= 2 && sign.field === "notes";
  if (!shortFields.has(sign.field) && !runTogether) return sign;
  for (const [index, { from, to }] of sentencesOf(line, sign.value, sign.to).entries()) {
    const sentence = line.slice(from, to);
    if (index > 0 && beginsStory(sentence, signsInLine)) return { ...sign, to: from };
  }
  return sign;
}

/** Speech, or, where a header ran together, a whole sentence with nothing of a header in it. */
function beginsStory(sentence: string, signsInLine: number): boolean {
  if (opensQuote.test(sentence)) return true;
  if (signsInLine < 2 || ofHeader.test(sentence.slice(0, 400))) return false;
  return sentence.trim().split(/\s+/u).length >= 5 && spokenOf(sentence, "").says === "nothing";
}
