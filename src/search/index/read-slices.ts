import { availableParallelism } from "node:os";
import type { Database } from "../../plumbing/database/database.ts";
import { fileOf } from "../../plumbing/database/open-file.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { openWorkerPool } from "../../plumbing/jobs/worker-pool.ts";
import { type PackedWorks, packWorks } from "./packed-works.ts";
import type { ReadTask } from "./read-thread.ts";
import { countListed, hasWorks, readForPacking, stretches } from "./read-works.ts";

/** Works read at once on the thread that answers pages: some ten milliseconds, after which one may go first. */
const fewWorks = 500;
/** Works a thread reads at once: their columns are put to the others' ends in a few milliseconds. */
const manyWorks = 4_000;
/** With more threads, putting together what they read is what takes long. */
const mostThreads = 4;
/** Half a second's work; a machine has to be in deep trouble not to do it in ten minutes. */
const timeLimit = 600_000;

/** What a thread runs. Compiled code lies beside its source's name with another extension, which no compiler rewrites. */
const entryOf = (name: string) =>
  new URL(`./${name}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/**
 * The file threads are to read an archive from; null where the thread that asks had better do it itself.
 *
 * On SQLite many works are read in threads, each with a connection of its own: there the engine works on the thread
 * that asks. PostgreSQL is another process as it is, and a few works are read sooner than a thread starts.
 *
 * @param threadsFrom how many works are worth starting threads for
 */
export async function fileForThreads(
  database: Pick<Database, "engine" | "reading">,
  threadsFrom: number,
): Promise<string | null> {
  return (await hasWorks(database.reading, threadsFrom)) ? fileOf(database) : null;
}

/** How many works stand in lists. @param closing ends the counting, with an error */
export async function countWorks(reader: Reader, file: string | null, closing: AbortSignal): Promise<number> {
  if (file === null) return countListed(reader);
  const pool = openWorkerPool<string, number>(entryOf("count-thread"), { timeLimit });
  try {
    return await pool.run(file, closing);
  } finally {
    await pool.close();
  }
}

/**
 * Reads all listed works, slice by slice in the order of their ids.
 *
 * @param closing ends the threads at once, and the reading with an error
 */
export async function* readSlices(
  reader: Reader,
  file: string | null,
  closing: AbortSignal,
): AsyncGenerator<PackedWorks> {
  if (file !== null) yield* inThreads(reader, file, closing);
  else
    for await (const stretch of stretches(reader, fewWorks))
      yield packWorks(await readForPacking(reader, stretch));
}

async function* inThreads(reader: Reader, file: string, closing: AbortSignal): AsyncGenerator<PackedWorks> {
  const threads = Math.min(mostThreads, availableParallelism());
  const pool = openWorkerPool<ReadTask, PackedWorks>(entryOf("read-thread"), { threads, timeLimit });
  // Threads go on with the next slices while the first is taken in.
  const underWay: Promise<PackedWorks>[] = [];
  try {
    for await (const stretch of stretches(reader, manyWorks)) {
      const slice = pool.run({ file, stretch }, closing);
      // What goes wrong is told when its turn comes, if anybody waits for it then.
      slice.catch(() => {});
      underWay.push(slice);
      if (underWay.length > threads * 2) yield* firstOf(underWay);
    }
    while (underWay.length > 0) yield* firstOf(underWay);
  } finally {
    await pool.close();
  }
}

async function* firstOf(underWay: Promise<PackedWorks>[]): AsyncGenerator<PackedWorks> {
  const slice = await underWay.shift();
  if (slice) yield slice;
}
