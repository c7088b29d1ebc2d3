import { openWorkerPool, type WorkerPool, type WorkerPoolOptions } from "../plumbing/jobs/worker-pool.ts";
import type { DownloadInput } from "./download-worker.ts";

/** Makes files of works in a thread, so that no page waits for one. */
export type DownloadMaker = WorkerPool<DownloadInput, Uint8Array>;

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const entry = new URL(`./download-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Opens the threads that make files; they start with the first file asked for. */
export function openDownloadMaker(options?: WorkerPoolOptions): DownloadMaker {
  return openWorkerPool(entry, options);
}
