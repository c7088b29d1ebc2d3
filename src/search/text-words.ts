const quotes = /["“”„«»＂]/u;

/** More than this is no question about words, and an address must hold it. */
export const mostTextCharacters = 120;

/**
 * Text to look for as it is kept: one line, single spaces, nothing that cannot be written. Quotation marks with
 * nothing in them ask for nothing.
 */
export function tidyText(typed: string): string {
  const line = typed
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (wordsAndPhrases(line).length === 0) return "";
  const letters = [...line];
  return letters.length > mostTextCharacters ? letters.slice(0, mostTextCharacters).join("").trim() : line;
}

/** The words and phrases of a text to look for, without their quotation marks: `lantern "cold stone"` has two. */
export function wordsAndPhrases(text: string): { said: string; phrase: boolean }[] {
  // Cut at its quotation marks, every second piece stood inside them.
  return text.split(quotes).flatMap((piece, index) => {
    const words = piece.trim().split(/\s+/u).filter(Boolean);
    if (words.length === 0) return [];
    return index % 2 === 1
      ? [{ said: words.join(" "), phrase: words.length > 1 }]
      : words.map((word) => ({ said: word, phrase: false }));
  });
}
