import { withStanding } from "./change-filter.ts";
import type { WorkFilter } from "./work-filter.ts";

/**
 * The filter that is content with another tag where it asked for one: both become a group of which works need one, or
 * the other joins the group the first is in. Where the first is not asked for, the other is asked for by itself.
 */
export function withAlternative(filter: WorkFilter, chosenId: string, otherId: string): WorkFilter {
  if (filter.any.some((group) => group.includes(chosenId)))
    return {
      ...filter,
      any: filter.any.map((group) =>
        group.includes(chosenId) && !group.includes(otherId) ? [...group, otherId] : group,
      ),
    };
  if (!filter.all.includes(chosenId) || chosenId === otherId)
    return withStanding(filter, "tag", otherId, "in");
  const without = withStanding(withStanding(filter, "tag", chosenId, null), "tag", otherId, null);
  return { ...without, any: [...filter.any, [chosenId, otherId]] };
}

/** The filter without one tag of a group; a tag that is left alone is asked for by itself. */
export function withoutAlternative(filter: WorkFilter, group: readonly string[], id: string): WorkFilter {
  const left = group.filter((one) => one !== id);
  const others = filter.any.filter((one) => one !== group);
  const [only] = left;
  return only !== undefined && left.length === 1
    ? withStanding({ ...filter, any: others }, "tag", only, "in")
    : { ...filter, any: left.length === 0 ? others : [...others, left] };
}
