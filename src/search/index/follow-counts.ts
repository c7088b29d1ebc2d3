import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { FindingIndex } from "./finding-index.ts";
import { pauseForPages } from "./pause.ts";
import "../../works/works.ts";

const slice = 500;

/** Rows are stamped before they are durable, and by clocks that may differ by as much: ms. */
const slack = 30_000;

/** How far counts were followed: to the newest stamp seen. */
export type CountsSeen = number;

/** The newest stamp there is. */
export async function newestCounts(reader: Reader): Promise<CountsSeen> {
  const { newest } = await reader
    .selectFrom("work_counts")
    .select((row) => row.fn.max<number | null>("changed_at").as("newest"))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

/**
 * Brings the counts of thanks and readings up to date. They change far too often for facts: what was changed lately is
 * read again now and then.
 *
 * @param seen as it was returned before
 * @returns how far counts are followed now
 * @throws when the archive is closing, or cannot be read
 */
export async function followCounts(
  reader: Reader,
  index: FindingIndex,
  seen: CountsSeen,
  closing: AbortSignal,
): Promise<CountsSeen> {
  let behind = { changed_at: seen - slack, work_id: "" };
  for (;;) {
    const rows = await reader
      .selectFrom("work_counts")
      .select(["work_id", "kudos", "comments", "bookmarks", "hits", "changed_at"])
      .where((row) =>
        row.or([
          row("changed_at", ">", behind.changed_at),
          row.and([row("changed_at", "=", behind.changed_at), row("work_id", ">", behind.work_id)]),
        ]),
      )
      .where("changed_at", ">=", behind.changed_at)
      .orderBy("changed_at")
      .orderBy("work_id")
      .limit(slice)
      .execute();
    for (const row of rows) index.setCounts(row.work_id, row);
    const last = rows.at(-1);
    if (!last) return Math.max(seen, behind.changed_at);
    behind = last;
    await pauseForPages();
    closing.throwIfAborted();
  }
}
