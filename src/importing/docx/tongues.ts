/** The language of most of a document: words in another one are marked, so that a screen reader can say them. */
export class Tongues {
  readonly #usual: string | null;

  constructor(usual: string | null) {
    this.#usual = usual && primary(usual);
  }

  /**
   * The language to mark words with, or null. Only another language counts, not another country's form of the same,
   * and only of words: programs guess the language of names and numbers.
   */
  mark(language: string | null, words: string): string | null {
    if (language === null || this.#usual === null || primary(language) === this.#usual) return null;
    return /\p{L}{2}/u.test(words) ? language : null;
  }
}

function primary(language: string): string {
  return language.split("-")[0]?.toLowerCase() ?? "";
}
