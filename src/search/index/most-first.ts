/** More than there are places; with a count, which is below 2³⁰, it must fit into the 53 bits of a double. */
const places = 2 ** 22;
const mostCount = 2 ** 30;

/**
 * The places of counts, the greatest counts first; among equals the lower place. Numbers are sorted without asking
 * anybody how two of them compare: 200,000 in some ten milliseconds.
 */
export function mostFirst(counts: Uint32Array): Uint32Array {
  const keys = new Float64Array(counts.length);
  for (let place = 0; place < counts.length; place++)
    keys[place] = (mostCount - (counts[place] ?? 0)) * places + place;
  return Uint32Array.from(keys.sort(), (key) => key % places);
}
