/** Where the same thing stands in both: its places, rising in both. */
export type Pair = readonly [before: number, after: number];

/** Work that may still be done; what is left undone makes a comparison coarser, never wrong. */
export type Budget = { steps: number };

/** Beyond so many differences the shortest way is not looked for. */
const mostDifferences = 1_000;
/** How often a stretch is parted at what stands in it once. */
const mostPartings = 12;

type Stretch = { before: number; beforeEnd: number; after: number; afterEnd: number };

/**
 * What stands in both sequences, in the same order. First the shortest way from the one to the other is looked for
 * (Myers, “An O(ND) Difference Algorithm”, 1986); where that is too long, both are parted at what stands
 * once in each (Cohen’s “patience diff”), and so on between.
 */
export function align(before: readonly string[], after: readonly string[], budget: Budget): Pair[] {
  const numbers = new Map<string, number>();
  const numbered = (items: readonly string[]) =>
    Int32Array.from(items, (item) => {
      const known = numbers.get(item);
      if (known !== undefined) return known;
      numbers.set(item, numbers.size);
      return numbers.size - 1;
    });
  const pairs: Pair[] = [];
  const whole = { before: 0, beforeEnd: before.length, after: 0, afterEnd: after.length };
  alignStretch(numbered(before), numbered(after), whole, mostPartings, budget, pairs);
  return pairs;
}

function alignStretch(
  before: Int32Array,
  after: Int32Array,
  whole: Stretch,
  partings: number,
  budget: Budget,
  pairs: Pair[],
): void {
  const { ...rest } = whole;
  const beginning = Math.min(rest.beforeEnd - rest.before, rest.afterEnd - rest.after);
  for (let index = 0; index < beginning && before[rest.before] === after[rest.after]; index += 1)
    pairs.push([rest.before++, rest.after++]);
  let ending = 0;
  while (
    rest.beforeEnd > rest.before &&
    rest.afterEnd > rest.after &&
    before[rest.beforeEnd - 1] === after[rest.afterEnd - 1]
  ) {
    rest.beforeEnd -= 1;
    rest.afterEnd -= 1;
    ending += 1;
  }
  if (rest.beforeEnd > rest.before && rest.afterEnd > rest.after) {
    const shortest = shortestWay(before, after, rest, budget);
    if (shortest) for (const pair of shortest) pairs.push(pair);
    else if (partings > 0) {
      let from = rest;
      for (const [one, other] of standingOnce(before, after, rest)) {
        const until = { ...from, beforeEnd: one, afterEnd: other };
        alignStretch(before, after, until, partings - 1, budget, pairs);
        pairs.push([one, other]);
        from = { ...rest, before: one + 1, after: other + 1 };
      }
      if (from !== rest) alignStretch(before, after, from, partings - 1, budget, pairs);
    }
  }
  for (let index = 0; index < ending; index += 1) pairs.push([rest.beforeEnd + index, rest.afterEnd + index]);
}

/** The pairs of the shortest way through a stretch; null when it is too long, or looking for it costs too much. */
function shortestWay(before: Int32Array, after: Int32Array, stretch: Stretch, budget: Budget): Pair[] | null {
  const [from, to] = [stretch.before, stretch.after];
  const [length, otherLength] = [stretch.beforeEnd - from, stretch.afterEnd - to];
  const most = Math.min(mostDifferences, length + otherLength);
  // How far the diagonal `before - after` was followed, at `diagonal + most + 1`.
  const reached = new Int32Array(2 * most + 3);
  const history: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    history.push(reached.slice(most - differences, most + differences + 3));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const place = diagonal + most + 1;
      const [above, below] = [reached[place + 1] ?? 0, reached[place - 1] ?? 0];
      const isDown = diagonal === -differences || (diagonal !== differences && below < above);
      const start = isDown ? above : below + 1;
      let one = start;
      while (
        one < length &&
        one - diagonal < otherLength &&
        before[from + one] === after[to + one - diagonal]
      )
        one += 1;
      reached[place] = one;
      budget.steps -= 1 + one - start;
      if (one >= length && one - diagonal >= otherLength)
        return wayBack(history, length, otherLength).map(([x, y]) => [from + x, to + y]);
    }
    if (budget.steps <= 0) return null;
  }
  return null;
}

function wayBack(history: Int32Array[], length: number, otherLength: number): Pair[] {
  const pairs: Pair[] = [];
  let [one, other] = [length, otherLength];
  for (let differences = history.length - 1; differences >= 0; differences -= 1) {
    const reached = history[differences] ?? new Int32Array();
    const at = (diagonal: number) => reached[diagonal + differences + 1] ?? 0;
    const diagonal = one - other;
    const isDown =
      diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1));
    const start = differences === 0 ? 0 : isDown ? at(diagonal + 1) : at(diagonal - 1) + 1;
    while (one > start && other > 0) pairs.push([--one, --other]);
    if (differences === 0) break;
    if (isDown) other -= 1;
    else one -= 1;
  }
  return pairs.reverse();
}

/** What stands once in each side of a stretch: as many of them as rise in both. */
function standingOnce(before: Int32Array, after: Int32Array, stretch: Stretch): Pair[] {
  const once = (items: Int32Array, from: number, end: number) => {
    const places = new Map<number, number>();
    for (let place = from; place < end; place += 1) {
      const item = items[place] ?? 0;
      places.set(item, places.has(item) ? -1 : place);
    }
    return places;
  };
  const others = once(after, stretch.after, stretch.afterEnd);
  const pairs: Pair[] = [];
  for (const [item, place] of once(before, stretch.before, stretch.beforeEnd)) {
    const other = others.get(item) ?? -1;
    if (place >= 0 && other >= 0) pairs.push([place, other]);
  }
  return longestRising(pairs.sort(([one], [other]) => one - other));
}

/** The longest run of pairs whose second places rise, as one lays out a game of patience. */
function longestRising(pairs: Pair[]): Pair[] {
  const tops: number[] = [];
  const beneath: number[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    beneath.push(low > 0 ? (tops[low - 1] ?? -1) : -1);
    tops[low] = index;
  });
  const rising: Pair[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = beneath[index] ?? -1) {
    const pair = pairs[index];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
