import type { Database } from "../database/database.ts";
import { newestFact } from "./read-log.ts";

/** How often the log is looked at, in ms: several processes on one database agree within a second. */
const lookInterval = 500;

/**
 * Tells when the log of facts has grown, whoever wrote: this process tells itself at once
 * (`Database.onFacts`), another process's facts are seen here.
 *
 * A look that fails is as good as news: what is kept may be old, so it is forgotten.
 *
 * @returns a function that stops watching
 */
export function watchLog(database: Database, onGrowth: () => void): () => void {
  let seen = 0;
  const look = async () => {
    const last = await newestFact(database.reading).catch(() => -1);
    if (last !== seen) onGrowth();
    seen = last;
  };
  const timer = setInterval(() => void look(), lookInterval);
  timer.unref();
  return () => clearInterval(timer);
}
