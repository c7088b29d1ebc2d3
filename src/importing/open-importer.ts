import { openWorkerPool, type WorkerPoolOptions } from "../plumbing/jobs/worker-pool.ts";
import type { Decisions } from "./finding.ts";
import type { ImportLexicon, ImportSource } from "./import-reading.ts";
import type { FileRead, ImportTask, ImportTaskResult } from "./import-worker.ts";
import type { ReviewOutcome } from "./review-outcome.ts";

/** Reads what is brought in, and works out reviews, in a thread, so that no page waits for a long story. */
export type Importer = {
  /** @throws TooBusy, WorkFailed (see worker-pool.ts) */
  read(source: ImportSource, lexicon: ImportLexicon): Promise<FileRead>;
  /**
   * @param reading JSON of an `ImportReading`
   * @throws TooBusy, WorkFailed
   */
  review(reading: string, decisions: Decisions): Promise<ReviewOutcome>;
  close(): Promise<void>;
};

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const entry = new URL(`./import-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Opens the importer; its threads start with the first file. */
export function openImporter(options?: WorkerPoolOptions): Importer {
  const pool = openWorkerPool<ImportTask, ImportTaskResult>(entry, options);
  return {
    async read(source, lexicon) {
      const result = await pool.run({ task: "read", source, lexicon });
      if (result.task !== "read") throw new Error("a thread answered another question");
      return result;
    },
    async review(reading, decisions) {
      const result = await pool.run({ task: "review", reading, decisions });
      if (result.task !== "review") throw new Error("a thread answered another question");
      return result.outcome;
    },
    close: pool.close,
  };
}
