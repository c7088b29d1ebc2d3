import type { SavedFilter } from "./saved-filter.ts";

/** Parts that are moved rather than added when a list is narrowed: they tell nothing of where it came from. */
const moved = new Set(["words", "chapters", "posted", "updated", "sort", "order", "seed"]);

/**
 * The kept filter that this address was most likely narrowed from: all it asks for is still asked for here, and something
 * more or other is too. Of several, the one that asks for most. Lengths, dates and order do not count: they are moved.
 *
 * @param query as `queryOfFilter` writes it
 */
export function narrowedFrom(saved: readonly SavedFilter[], query: string): SavedFilter | null {
  const asked = new Set(itemsOf(query));
  const candidates = saved
    .map((one) => ({ one, items: itemsOf(one.query) }))
    .filter(({ one, items }) => one.query !== query && items.length > 0)
    .filter(({ items }) => items.every((item) => asked.has(item)))
    .sort(
      (first, second) =>
        second.items.length - first.items.length || second.one.updatedAt - first.one.updatedAt,
    );
  return candidates[0]?.one ?? null;
}

/** Each single thing asked for: "with=7k2mzq04vt". */
function itemsOf(query: string): string[] {
  return [...new URLSearchParams(query)]
    .filter(([name]) => !moved.has(name))
    .flatMap(([name, value]) =>
      // One of a group is no narrower than the group.
      (name === "any" ? [value] : value.split(".")).map((item) => `${name}=${item}`),
    );
}
