import { forgetNotices } from "./forget-notices.ts";
import { gatherLetters } from "./mail/gather-letters.ts";
import { type LetterParts, sendLetters } from "./mail/send-letters.ts";
import { matchFilters, type WorksMatching } from "./updates/match-filters.ts";

/** How often it is looked whether somebody is to be told, in ms. */
const between = 60_000;

/**
 * Asks filters about new works, gathers letters that are due and sends them: once at start, then every minute. What fails is
 * tried again the next minute.
 *
 * @returns a function that stops it, after what is running
 */
export function runTelling(parts: LetterParts & { matching: WorksMatching }): () => Promise<void> {
  let stopped = false;
  const turn = async () => {
    const now = Date.now();
    try {
      while (!stopped && (await matchFilters(parts.database, parts.matching, now)));
      if (parts.post.travels) {
        await gatherLetters(parts.database, now);
        await sendLetters({ ...parts, isStopped: () => stopped }, now);
      }
      await forgetNotices(parts.database, (await parts.settings.current()).noticeDays, now);
    } catch (cause) {
      if (!stopped) parts.complain("Members could not be told; it will be tried again in a minute.", cause);
    }
  };
  let running = turn();
  let isRunning = true;
  const done = () => {
    isRunning = false;
  };
  void running.then(done);
  const timer = setInterval(() => {
    // A slow mail server must not have two rounds at once.
    if (isRunning) return;
    isRunning = true;
    running = turn();
    void running.then(done);
  }, between);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
