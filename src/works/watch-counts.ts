import type { Database } from "../plumbing/database/database.ts";
import "./sql/works-tables.ts";

/** How old the counts on pages kept for visitors may be, in ms. */
const lookInterval = 60_000;

/**
 * Tells now and then that counts of works have changed, whichever process changed them. They are no facts: pages
 * kept for visitors are not made anew for every single kudos.
 *
 * A look that fails is as good as news.
 *
 * @returns a function that stops watching
 */
export function watchCounts(database: Database, onChange: () => void, interval = lookInterval): () => void {
  let seen = 0;
  const look = async () => {
    const last = await lastChange(database).catch(() => -1);
    if (last !== seen) onChange();
    seen = last;
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return () => clearInterval(timer);
}

async function lastChange(database: Database): Promise<number> {
  const { last } = await database.reading
    .selectFrom("work_counts")
    .select(({ fn }) => fn.max<number | null>("changed_at").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
