import { sql } from "kysely";
import type { Database } from "../../plumbing/database/database.ts";
import { pauseForPages } from "../index/pause.ts";

/** Pages of the index that FTS5 rewrites before pages of the archive may go first. */
const slice = 200;

/**
 * Lets no word of deleted passages lie in the index's own pages: FTS5 only marks them as deleted until it merges them
 * away (https://sqlite.org/fts5.html, 4.4.3 and 6.5). PostgreSQL does the like by itself.
 *
 * Many short transactions: a crash between leaves an index that is whole, and is merged further the next time.
 */
export async function forgetDeletedWords({ engine, write }: Database, closing: AbortSignal): Promise<void> {
  if (engine === "postgres") return;
  // A negative number begins a merge of everything, positive ones carry it on.
  for (let pages = -slice; !closing.aborted; pages = slice) {
    const moved = await write(async (writer) => {
      const before = await sql<{ count: number }>`select total_changes() as count`.execute(writer);
      await sql`insert into passage_words (passage_words, rank) values ('merge', ${pages})`.execute(writer);
      const after = await sql<{ count: number }>`select total_changes() as count`.execute(writer);
      return (after.rows[0]?.count ?? 0) - (before.rows[0]?.count ?? 0);
    });
    // One change is the statement itself.
    if (moved < 2) return;
    await pauseForPages();
  }
}
