/** Works whose text has what was asked for, and how well each fits: the higher the better, never below 0. */
export type TextMatches = { workIds: readonly string[]; scores: Float32Array };

/** A place in a chapter that has what was asked for, with the words found marked. */
export type Snippet = { chapterId: string; pieces: { text: string; found: boolean }[] };

/** The most places of one work that are told. */
export const mostPlaces = 200;

/**
 * Finds inside the text of published chapters (text/), whoever asks: the finder keeps only what the person may see,
 * and snippets are made of works that were found for somebody.
 */
export type TextSearch = {
  /**
   * Works that have all that can be asked for of what was typed, each word or phrase anywhere in the text; none
   * when nothing of it can.
   *
   * @param text as in `WorkFilter.text`
   * @throws TooBusy, WorkFailed when it takes too long
   */
  find(text: string): Promise<TextMatches>;
  /** The best places in each of some works, up to three, by work id. */
  snippets(text: string, workIds: readonly string[]): Promise<Map<string, Snippet[]>>;
  /** The places of one work in their order, `mostPlaces` of them. */
  placesIn(text: string, workId: string): Promise<Snippet[]>;
  /** What of the text typed cannot be asked for (nothing but signs, say), as typed; empty when all is well. */
  unusable(text: string): string[];
};
