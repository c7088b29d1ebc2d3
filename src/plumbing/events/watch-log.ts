import { changesKeptPages } from "../../vocabulary/events.ts";
import type { Database } from "../database/database.ts";
import { factIn, newestFact } from "./read-log.ts";

/** How often the log is looked at, in ms: several processes on one database agree within a second. */
const lookInterval = 500;

/** Facts read at one look; more are as good as news. */
const mostRead = 1_000;

/**
 * Tells when the log of facts has grown by any that change what is kept, whoever wrote: this process tells itself at
 * once (`Database.onFacts`), another process's facts are seen here.
 *
 * A look that fails is as good as news: what is kept may be old, so it is forgotten.
 *
 * @returns a function that stops watching
 */
export function watchLog(database: Database, onGrowth: () => void): () => void {
  let seen = 0;
  const look = async () => {
    const last = await newestFact(database.reading).catch(() => -1);
    if (last !== seen && (await hasNews(database, seen, last).catch(() => true))) onGrowth();
    seen = last;
  };
  const timer = setInterval(() => void look(), lookInterval);
  timer.unref();
  return () => clearInterval(timer);
}

/** Whether any fact after one and up to another changes what is kept. */
async function hasNews({ reading }: Database, after: number, upTo: number): Promise<boolean> {
  if (after <= 0 || upTo - after > mostRead) return true;
  const rows = await reading
    .selectFrom("events")
    .select("body")
    .where("number", ">", after)
    .where("number", "<=", upTo)
    .execute();
  // Fewer than were counted: the log is not what it was.
  return rows.length === 0 || rows.some(({ body }) => changesKeptPages(factIn(body)));
}
