import type { Database } from "../plumbing/database/database.ts";
import { type Complaint, nextDue, releaseDue } from "./releases/release-due.ts";

/** How long it waits at most before it looks again, in ms: another process may have planned something since. */
const longestWait = 60_000;
/** How long it waits at least: a timer may ring a moment early. */
const shortestWait = 20;

/**
 * Gives readers what they are promised, at its time: at once what is late, then whenever something is next due.
 *
 * @returns a function that stops it, after what is running
 */
export function runReleases(database: Database, complain: Complaint): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async () => {
    let wait = longestWait;
    try {
      await releaseDue(database, Date.now(), complain);
      const next = await nextDue(database.reading);
      if (next !== null) wait = Math.min(longestWait, Math.max(shortestWait, next - Date.now()));
    } catch (cause) {
      complain(
        "Chapters could not be given to readers at their times; it will be tried again in a minute.",
        cause,
      );
    }
    if (stopped) return;
    timer = setTimeout(() => {
      running = turn();
    }, wait);
    timer.unref();
  };
  let running = turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
