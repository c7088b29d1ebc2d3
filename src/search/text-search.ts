/** Works whose text has what was asked for, and how well each fits: the higher the better, never below 0. */
export type TextMatches = { workIds: readonly string[]; scores: Float32Array };

/** A place in a chapter that has what was asked for, with the words found marked. */
export type Snippet = { chapterId: string; pieces: { text: string; found: boolean }[] };

/**
 * Finds inside the text of published chapters (text/), whoever asks: the finder keeps only what the person may see,
 * and snippets are made of works that were found for somebody.
 */
export type TextSearch = {
  /** @param text as in `WorkFilter.text` */
  find(text: string): Promise<TextMatches>;
  /** The best places in each of some works, by work id. */
  snippets(text: string, workIds: readonly string[]): Promise<Map<string, Snippet[]>>;
  /** What of the text typed cannot be asked for (nothing but signs, say); empty when all is well. */
  unusable(text: string): string[];
};
