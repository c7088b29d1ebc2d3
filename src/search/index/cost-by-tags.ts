import type { LeastCounts } from "./count-tags.ts";
import type { FindingIndex } from "./finding-index.ts";

/** Laying one set over another costs what looking up one row in so many of its rows one by one does. */
const rowsAtOnce = 100;

/**
 * How many rows counting by tags would look up, about.
 *
 * @param most beyond this it does not matter any more
 */
export function costByTags(
  { tags: { ranking }, rows }: FindingIndex,
  kindIds: Iterable<string>,
  least: LeastCounts,
  most: number,
): number {
  let cost = 0;
  for (const kindId of kindIds)
    for (const { most: count } of ranking.mostFrequent(kindId)) {
      if (count < (least.get(kindId) ?? 1) || cost > most) break;
      cost += Math.min(count, rows / rowsAtOnce);
    }
  return cost;
}
