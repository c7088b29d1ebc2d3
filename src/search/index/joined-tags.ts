import type { TagWeight } from "../../tags/tags.ts";
import { halfAt } from "./id-numbers.ts";
import type { WeightedTag } from "./indexed-work.ts";

/**
 * The tags on a work as the engine joins them: of each the first two letters of its weight, then its id. The tags of a
 * million works are read in place and never become objects.
 */
export type JoinedTags = string;

const weightLength = 2;
/** Public ids have ten characters (vocabulary/ids.ts). */
const idLength = 10;

export function joinTags(tags: readonly WeightedTag[]): JoinedTags {
  return tags.map(({ id, weight }) => weight.slice(0, weightLength) + id).join("");
}

export function tagsIn(joined: JoinedTags): WeightedTag[] {
  const tags: WeightedTag[] = [];
  for (let at = 0; at < joined.length; at += weightLength + idLength)
    tags.push({
      id: joined.slice(at + weightLength, at + weightLength + idLength),
      weight: weightSpelled(joined, at),
    });
  return tags;
}

/**
 * Calls for every tag with the upper and the lower bits of its id (id-numbers.ts).
 *
 * @throws RangeError where what stands there is no id
 */
export function forEachTag(
  joined: JoinedTags,
  visit: (high: number, low: number, weight: TagWeight) => void,
): void {
  for (let at = 0; at < joined.length; at += weightLength + idLength) {
    const high = halfAt(joined, at + weightLength);
    const low = halfAt(joined, at + weightLength + idLength / 2);
    if (high < 0 || low < 0) throw new RangeError("a tag has no public id");
    visit(high, low, weightSpelled(joined, at));
  }
}

/** The weight whose first two letters stand there. */
function weightSpelled(joined: JoinedTags, at: number): TagWeight {
  return joined[at] === "s" ? "side" : joined[at + 1] === "a" ? "main" : "mention";
}
