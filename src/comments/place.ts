/**
 * Where a comment stands among others, so that a page of talk is one walk along an index however long a thread is and
 * however deep (docs/decisions/0029-talk.md).
 *
 * Its path is the numbers of the answers on the way down to it, four digits of base 32 each: sorted as text, paths
 * stand in the order in which talk is read. An index takes no path without end, so after `stepsInStrand` steps a new
 * *strand* begins below the last: its paths count from there.
 */
export type Place = { strandId: string; path: string };

/** Digits of one step: a million answers to one comment. */
const digitsInStep = 4;
const mostReplies = 32 ** digitsInStep - 1;

/** Steps of a path before a new strand begins. */
const stepsInStrand = 32;

/** Behind every path that begins alike: no digit sorts after it. */
const behindAll = "~";

/** The digits in the order in which they sort. */
const digits = "0123456789abcdefghijklmnopqrstuv";

/** The place of a comment that answers nobody. */
export function placeOfThread(id: string): Place {
  return { strandId: id, path: "" };
}

/**
 * The place of the `number`th answer to a comment, from 1.
 *
 * @throws RangeError when there are a million already
 */
export function placeOfReply(parentId: string, parent: Place, number: number): Place {
  const below = placeBelow(parentId, parent);
  return { strandId: below.strandId, path: below.path + stepOf(number) };
}

/** Where the answers to a comment stand: in its own strand, or in the one that begins at it. */
export function placeBelow(id: string, place: Place): Place {
  return endsStrand(place.path) ? placeOfThread(id) : place;
}

/** Whether what answers a comment goes on in a strand of its own, and so on a page of its own. */
export function endsStrand(path: string): boolean {
  return path.length >= stepsInStrand * digitsInStep;
}

/** How deep a place lies in its strand. */
export function depthOf(path: string): number {
  return path.length / digitsInStep;
}

/** The paths of everything below a path lie between these two, the first left out. */
export function rangeBelow(path: string): { after: string; before: string } {
  return { after: path, before: path + behindAll };
}

function stepOf(number: number): string {
  if (number < 1 || number > mostReplies) throw new RangeError("no more answers to one comment");
  let step = "";
  for (let rest = number; step.length < digitsInStep; rest = Math.floor(rest / 32))
    step = (digits[rest % 32] ?? "") + step;
  return step;
}
