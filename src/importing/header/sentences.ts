/**
 * Where a sentence ends: after its punctuation, after a stray mark or a typed face, or at a sign that divides
 * (`Chapter 2 :: For Nell`). The full stop of `Mr.` and the like ends none.
 */
const end =
  /(?:(?<!\b(?:Mrs?|Ms|Dr|St|Prof|Ch|Chap|Pt|vs))[.!?…]{1,8}["”’')]{0,2}|[>}\]|]|\^_\^|[:;]-?[)D]|<3|\s(?:::|\||•|~))\s{1,8}(?=["“‘'(/~]?[\p{L}\d*])/gu;

/** Cuts a paragraph into its sentences; the ranges cover it without a hole. */
export function sentencesOf(text: string, from: number, to: number): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(end)) {
    const next = from + match.index + match[0].length;
    if (/^["“‘'(/~]?\p{Ll}/u.test(text.slice(next, next + 2)) && !/[>}|:•~\])3D^]\s+$/u.test(match[0]))
      continue;
    sentences.push({ from: start, to: next });
    start = next;
  }
  if (start < to) sentences.push({ from: start, to });
  return sentences;
}

/** The first sentence of some words; of long ones, only their beginning is looked at. */
export function firstSentence(words: string): string {
  const start = words.slice(0, 600);
  const [first] = sentencesOf(start, 0, start.length);
  return first ? start.slice(first.from, first.to) : "";
}
