/**
 * Numbers that look random and are the same for the same seed on every machine (mulberry32, a public
 * domain generator by Tommy Ettinger), so that two runs make the very same archive.
 */
export type SeededRandom = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** One of the items. */
  pick<Item>(items: readonly Item[]): Item;
  /** A place in a list of `count`, the first ones far likelier: Zipf's law, as tags are used. */
  zipf(count: number): number;
};

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    zipf: (count) => Math.min(count - 1, Math.floor(count ** next()) - 1),
  };
}
