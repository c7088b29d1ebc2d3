import { listedNames, namesAtStart } from "./names.ts";

/** What a sentence of thanks or giving says, in whole words of its own. */
export interface SpokenCredit {
  recipients: string[];
  betas: string[];
  addressedAs: string | null;
}

const giving =
  /\b(?:(?:pressie|present|gift|gift-?fic|fic|ficlet|story|drabble|tale|this|chapter|one|piece|written|dedicated|goes out|dedication)\s+(?:(?:is|was|fic|story|one|chapter|specially|especially|just|all|written|made|dedicated)\s+){0,4}(?:for|to)|dedicated to|gift for|present for|pressie for|written for)\s+/iu;
const betaWords = /\bbeta|\bproof-?read|\bbrit-?pick/iu;
const thanking =
  /\b(?:thank(?:s| you)?|thanx|kudos|love|props|credit|gratitude|hugs|cookies|shout-?out|appreciation)\b[^.!?]{0,60}?\b(?:to|goes to|go to)\s+|\bthank(?:s| you),?\s+/iu;
const betaBy =
  /\b(?:beta(?:-?\s?read|'?e?d|ing)?|proof-?read|brit-?picked)\s+(?:by|thanks to)\s+|\bmy\s+(?:\p{L}+\s+){0,3}beta(?:-?\s?reader)?s?,?\s+(?:is\s+)?/iu;
const betaSubject = /^\W*([\p{L}\d_.-]{2,30})\s+(?:was|has|did|beta|proof)\b/iu;
const vocative =
  /\b(?:hope\s+(?:you|u)\s+(?:like|likes|love|loves|enjoy|enjoys)(?:\s+(?:it|this|them))?|enjoy(?:\s+(?:it|this))?|happy\s+(?:birthday|christmas|holidays|new year)|merry\s+(?:christmas|xmas)|happy\s+b-?day|for you|love you|love ya)\s*,?\s+([\p{L}][\p{L}\d_'-]{1,24})(?=\s*[.!?~<*)]|\s*$)/iu;
const address =
  /^\W*(?:dear\s+)?([\p{L}][\p{L}\d_-]{1,24}),\s+(?:i\s+hope|hope|this|here|happy|you\b|enjoy|thank)/iu;

/** What one sentence of a header says about people; null when it says nothing of the kind. */
export function spokenCredit(sentence: string): SpokenCredit | null {
  const words = sentence.slice(0, 600);
  const betas = betasIn(words);
  const recipients = betas.length > 0 ? [] : namesAfter(giving, words);
  const addressedAs = addressIn(words);
  return betas.length + recipients.length > 0 || addressedAs ? { recipients, betas, addressedAs } : null;
}

function betasIn(words: string): string[] {
  if (!betaWords.test(words)) return [];
  for (const phrase of [betaBy, thanking]) {
    const names = namesAfter(phrase, words);
    if (names.length > 0) return names;
  }
  const subject = betaSubject.exec(words)?.[1];
  return subject && !/^(?:this|it|she|he|they|all|any|not|un-?|the|no|my|i|we)$/iu.test(subject)
    ? listedNames(subject)
    : [];
}

function namesAfter(phrase: RegExp, words: string): string[] {
  const match = phrase.exec(words);
  return match ? namesAtStart(words.slice(match.index + match[0].length)) : [];
}

function addressIn(words: string): string | null {
  const name = vocative.exec(words)?.[1] ?? address.exec(words)?.[1] ?? null;
  if (name === null || !/^\p{Lu}/u.test(name)) return null;
  return /^(?:everyone|everybody|all|you|guys|folks|dear|please|review|anyway|well|so|and|but|yes|no)$/iu.test(
    name,
  )
    ? null
    : name;
}

/** Cuts a paragraph into its sentences; the ranges cover it without a hole. */
export function sentencesOf(text: string, from: number, to: number): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let start = from;
  for (const end of text.slice(from, to).matchAll(/[.!?…]{1,8}["”’')]{0,2}\s+(?=["“‘'(]?[\p{Lu}\d*])/gu)) {
    const next = from + end.index + end[0].length;
    sentences.push({ from: start, to: next });
    start = next;
  }
  if (start < to) sentences.push({ from: start, to });
  return sentences;
}
