import type { FacetValue } from "../found.ts";
import { BestValues } from "./best-values.ts";
import { type Bitmap, rowsIn } from "./bitmap.ts";
import { countByWorks, countOfTag, type LeastCounts, type Wanted } from "./count-tags.ts";
import type { FindingIndex } from "./finding-index.ts";

/** So many works show which tags are likely the best. */
const sample = 1_000;

type Best = ReadonlyMap<string, BestValues>;

/**
 * What a tag needs to come among the best: those of a part of the works are counted on all of them, and the best of all
 * cannot have fewer. The part only guesses which tags to count; what is said of them is exact.
 */
export function leastCounts(
  index: FindingIndex,
  set: Bitmap,
  best: Best,
  wanted: Wanted,
  works = sample,
): LeastCounts {
  return leastOf(best, bestOfPart(index, set, best, wanted, works), ({ id }) => countOfTag(index, set, id));
}

/** The same, looser and sooner where few works are found: no tag has fewer on all of them than on a part. */
export function leastOfPart(
  index: FindingIndex,
  set: Bitmap,
  best: Best,
  wanted: Wanted,
  works: number,
): LeastCounts {
  return leastOf(best, bestOfPart(index, set, best, wanted, works), ({ count }) => count);
}

function bestOfPart(index: FindingIndex, set: Bitmap, best: Best, wanted: Wanted, works: number): Best {
  const part = new Map([...best].map(([kindId, { room }]) => [kindId, new BestValues(room)]));
  countByWorks(index, rowsIn(set, index.scratch.rowList(works)), part, wanted);
  return part;
}

function leastOf(best: Best, part: Best, countOf: (value: FacetValue) => number): LeastCounts {
  const least = new Map<string, number>();
  for (const [kindId, { room }] of best) {
    const counts = (part.get(kindId)?.shown ?? []).map(countOf);
    least.set(kindId, counts.length < room ? 1 : Math.min(...counts));
  }
  return least;
}
