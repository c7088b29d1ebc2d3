import { setTimeout } from "node:timers/promises";
import type { Database } from "../../plumbing/database/database.ts";
import { unfinished } from "./forget-passages.ts";
import { indexRules } from "./index-rules.ts";
import { indexWork } from "./index-work.ts";
import "../../works/visible-works.ts";
import "./text-tables.ts";

/** Works looked up at once. */
const slice = 50;
/** The part of the time that is left to everything else while there is much to read: as long as a work took, and a bit. */
const breath = 2;

/**
 * Reads the works that were never read into the text index, or by older rules, and takes those out that are to be found
 * no more: an archive older than its index has them, and one that was stopped for long.
 *
 * @param onProgress told how many were read so far
 * @returns how many were read
 * @throws when the archive is closing, or cannot be read or written
 */
export async function indexMissing(
  database: Database,
  closing: AbortSignal,
  onProgress: (done: number) => void,
): Promise<number> {
  let done = 0;
  for (let behind: string | undefined = ""; behind !== undefined; ) {
    const ids: string[] = await missingBehind(database, behind);
    for (const id of ids) {
      const began = performance.now();
      await indexWork(database, id);
      done += 1;
      onProgress(done);
      await setTimeout(breath + (performance.now() - began) / 2, undefined, { signal: closing });
    }
    behind = ids.at(-1);
  }
  return done;
}

async function missingBehind({ reading }: Database, behind: string): Promise<string[]> {
  const rows = await reading
    .selectFrom("works")
    .leftJoin("text_indexed_works as indexed", "indexed.work_id", "works.id")
    .select("works.id")
    .where("works.id", ">", behind)
    .where((work) => {
      const isFound = work.and([
        work("works.status", "=", "published"),
        work("works.removed_at", "is", null),
        work("works.searchable", "=", 1),
      ]);
      return work.or([
        work.and([
          isFound,
          work.or([work("indexed.number", "is", null), work("indexed.rules", "<>", indexRules)]),
        ]),
        work.and([
          work.not(isFound),
          work.or([work("indexed.passages", ">", 0), work("indexed.rules", "=", unfinished)]),
        ]),
      ]);
    })
    .orderBy("works.id")
    .limit(slice)
    .execute();
  return rows.map(({ id }) => id);
}
