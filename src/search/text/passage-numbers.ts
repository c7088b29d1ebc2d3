/** Passages a work can have: a passage's number is its work's, times this, and its own. */
const mostPassages = 2 ** 20;

/** The numbers a work's passages have, both included. */
export function passageNumbers(workNumber: number): { first: number; last: number } {
  return { first: workNumber * mostPassages, last: (workNumber + 1) * mostPassages - 1 };
}
