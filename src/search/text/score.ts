/** BM25's usual measures of how soon more of the same counts less, and how much length matters (Robertson 2009). */
const saturation = 1.2;
const lengthMatters = 0.75;

/**
 * How well a work fits a term: BM25 with passages in the place of words, so that the same comes out on both engines.
 *
 * @param hits the work's passages with the term
 * @param length the work's passages
 * @param having works with the term
 * @param works works in the index, and `passages` theirs together
 * @returns never below 0
 */
export function scoreOf(
  hits: number,
  length: number,
  having: number,
  works: number,
  passages: number,
): number {
  const rarity = Math.log(1 + (works - having + 0.5) / (having + 0.5));
  const relativeLength = length / (passages / works);
  const weight =
    (hits * (saturation + 1)) / (hits + saturation * (1 - lengthMatters + lengthMatters * relativeLength));
  return rarity * weight;
}
