/** A day, in ms. */
export const dayLength = 86_400_000;

/** The day a moment (ms since 1970, UTC) lies in, counted from 1 January 1970, UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / dayLength);
}

/** When such a day began, in ms since 1970, UTC. */
export function startOfDay(day: number): number {
  return day * dayLength;
}
