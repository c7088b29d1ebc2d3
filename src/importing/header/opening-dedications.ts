import { namesAtStart } from "./names.ts";
import { isTold } from "./narration.ts";

const opening = /^[\s*_~("]{0,6}For\s+(?=\S)/u;
const longestSentence = 600;

/** What a dedication adds to a name after a comma; a story goes on with somebody who does something. */
const added =
  /^(?:who|whom|whose|with|without|because|since|as|on|in|for|and|at|from|happy|merry|hope|i hope|enjoy|thanks?|thank you|you)\b/iu;
const finiteVerb =
  /\b(?:was|were|had|has|have|is|are|am|will|would|could|should|might|must|can|did|does|do|never|came|went|stood|lay|sat|took|made|began|seemed|felt|looked|knew|meant|ran|fell|said|thought|gave|kept|left|held|got|let|rose|grew|smelt|burnt|told|wrote|saw|heard|found|lost)\b/iu;
/** `London burned`, and not `much loved` or `the dreaded queen`. */
const pastVerb =
  /^(?!(?:much|so|most|the|a|an|my|our|well|best|long)\s+\p{L}+ed\b)(?:\p{L}+\s+){1,4}\p{L}{3,}ed\b/iu;
const praise =
  /^(?:the|my|our)\s+(?:\p{L}+,?\s+(?:and\s+)?){0,4}?(?:marvell?ous|wonder(?:ful|ous)|wondrous|lovely|amazing|awesome|brilliant|fabulous|fantastic|beautiful|sweet|dear(?:est)?|darling|delightful|talented|gorgeous|incomparable|ever-\p{L}+|kind|patient|super)\b/iu;

/**
 * Whom a sentence such as `For the marvellous lamp_and_ladle, queen of soup, on the occasion of her exams!` is
 * dedicated to. A name alone does not tell it from the opening of a story (`For Anna, the winter had been long.`):
 * the name must be shaped like an account's, or be praised and all lower case, or the next sentence must speak to
 * somebody (`I hope you like it Bea`). Empty when it is no dedication.
 */
export function dedicatedTo(sentence: string, isAddressed: boolean): string[] {
  const words = sentence.slice(0, longestSentence).trimEnd();
  const lead = opening.exec(words);
  if (!lead) return [];
  const rest = words.slice(lead[0].length);
  const names = namesAtStart(rest);
  const last = names.at(-1);
  if (last === undefined || isStory(rest, rest.indexOf(last) + last.length)) return [];
  const praised = praise.test(rest);
  const fits = names.some((name) => isHandle(name) || (praised && /^[\p{Ll}-]+$/u.test(name)));
  return fits || isAddressed ? names : [];
}

/** Underscore, digit among letters or a capital inside, and no space: `moth_girl`, `nell1887`, `fogLover`. */
export function isHandle(name: string): boolean {
  if (/\s/u.test(name) || /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)\p{Lu}/u.test(name)) return false;
  return /\p{L}_|_\p{L}|\p{L}{2}-?\d|\d\p{L}{2}|\p{Ll}\p{Lu}/u.test(name);
}

/** Whether what follows the name, or one of its clauses, has a subject and a verb of its own. */
function isStory(rest: string, nameEnds: number): boolean {
  const after = rest.slice(nameEnds);
  // `For Anna the winter had been long`, and `For moth_girl, gone these two years, nothing was left`.
  const [first = "", ...clauses] = after.split(/[,;:–—]\s*/u);
  if (/\S/u.test(first) && !added.test(first.trim()) && (isTold(first.trim()) || finiteVerb.test(first)))
    return true;
  return clauses.some((clause) => !added.test(clause) && (finiteVerb.test(clause) || pastVerb.test(clause)));
}
