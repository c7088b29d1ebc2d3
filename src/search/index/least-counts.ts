import { BestValues } from "./best-values.ts";
import { type Bitmap, rowsIn } from "./bitmap.ts";
import { countByWorks, countOfTag, type LeastCounts, type Wanted } from "./count-tags.ts";
import type { FindingIndex } from "./finding-index.ts";

/** So many works show which tags are likely the best. */
const sample = 1_000;

/**
 * What a tag needs to come among the best: the best of some works are counted on all of them, and the best of all cannot
 * have fewer. The part only guesses which tags to count; what is said of them is exact.
 *
 * @param works how many to guess from
 */
export function leastCounts(
  index: FindingIndex,
  set: Bitmap,
  best: ReadonlyMap<string, BestValues>,
  wanted: Wanted,
  works = sample,
): LeastCounts {
  const part = new Map([...best].map(([kindId, { room }]) => [kindId, new BestValues(room)]));
  countByWorks(index, rowsIn(set, index.scratch.rowList(works)), part, wanted);
  const least = new Map<string, number>();
  for (const [kindId, { room }] of best) {
    const counts = (part.get(kindId)?.shown ?? []).map(({ id }) => countOfTag(index, set, id));
    least.set(kindId, counts.length < room ? 1 : Math.min(...counts));
  }
  return least;
}
