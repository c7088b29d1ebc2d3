/** How text looks when it was decoded by the right charset, for comparing candidates; higher is better. */
export function plausibility(text: string): number {
  let score = 0;
  for (const match of text.matchAll(/[^\0-\x7f]/gu)) {
    const before = text[match.index - 1] ?? " ";
    const after = text[match.index + match[0].length] ?? " ";
    score += plausibilityOf(match[0], before, after);
  }
  return score;
}

const accented = /[\u00c0-\u024f]/u;

function plausibilityOf(character: string, before: string, after: string): number {
  const betweenLetters = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (/[\u0080-\u009f\ufffd]/u.test(character)) return -5;
  if (character === "’") return betweenLetters || !/\p{L}/u.test(after) ? 3 : 0;
  if (/[“‘„«]/u.test(character)) return /[\p{L}.…]/u.test(after) && !/\p{L}/u.test(before) ? 3 : -1;
  if (/[”»]/u.test(character)) return /\p{L}/u.test(after) ? -1 : 3;
  if (/[–—…]/u.test(character)) return 2;
  // Cyrillic read as Western European: no language of the West has words of nothing but accented letters.
  if (accented.test(character) && accented.test(before) && accented.test(after)) return -1;
  if (/\p{Ll}/u.test(character)) return /\p{L}/u.test(before) || /\p{L}/u.test(after) ? 2 : 0;
  if (/\p{Lu}/u.test(character)) return /\p{Ll}/u.test(before) ? -2 : 1;
  if (/\p{L}/u.test(character)) return 1;
  return betweenLetters ? -1 : 0;
}
