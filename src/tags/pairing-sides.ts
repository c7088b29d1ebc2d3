/** The people of a pairing, each as the words of their name; [] for a name that joins nobody. */
export function pairingSides(latin: string): string[][] {
  const sides = latin.split(/[/&]/).map((side) => side.split(/[^a-z0-9]+/).filter((word) => word !== ""));
  return sides.length > 1 && sides.every((words) => words.length > 0) ? sides : [];
}

/**
 * Whether a pairing is another one written shortly, as "mina/jonathan" is "jonathan harker/mina murray harker": every
 * word of a side begins a word of one and the same side there, in any order of the sides.
 */
export function isShortPairing(
  short: readonly (readonly string[])[],
  long: readonly (readonly string[])[],
): boolean {
  const [first, ...others] = short;
  if (short.length !== long.length) return false;
  if (first === undefined) return true;
  return long.some(
    (side, place) =>
      first.every((word) => side.some((whole) => whole.startsWith(word))) &&
      isShortPairing(
        others,
        long.filter((_, index) => index !== place),
      ),
  );
}
