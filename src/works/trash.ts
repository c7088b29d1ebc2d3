import { dayLength } from "../vocabulary/days.ts";

/**
 * Until when a thing taken away can be taken back.
 *
 * @param removedAt ms since 1970, UTC
 * @param daysInTrash how long the archive promises to keep it
 */
export function keptUntil(removedAt: number, daysInTrash: number): number {
  return removedAt + daysInTrash * dayLength;
}

/** What was taken away before this moment is past its promise. */
export function forgetBefore(now: number, daysInTrash: number): number {
  return now - daysInTrash * dayLength;
}
