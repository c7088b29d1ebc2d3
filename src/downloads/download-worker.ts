import { parentPort } from "node:worker_threads";
import { createTranslate } from "../ui/translation.ts";
import type { DownloadableWork } from "./downloadable-work.ts";
import { findFormat } from "./formats.ts";

/** What the pool asks of a worker: one file at a time. */
export type DownloadRequest = { work: DownloadableWork; formatId: string; locale: string };

/** A worker's answer: the file, or why there is none. */
export type DownloadAnswer = { bytes: Uint8Array<ArrayBuffer> } | { failure: string };

/*
 * The far end of make-download.ts. Functions cannot cross threads, so the sentences are looked up here, by
 * locale.
 */
parentPort?.on("message", (request: DownloadRequest) => {
  const answer = answerTo(request);
  parentPort?.postMessage(answer, "bytes" in answer ? [answer.bytes.buffer] : []);
});

function answerTo({ work, formatId, locale }: DownloadRequest): DownloadAnswer {
  try {
    const format = findFormat(formatId);
    if (format === null) return { failure: `there is no format "${formatId}"` };
    // A copy of its own: what is handed over must not share memory with a buffer the library keeps.
    return { bytes: new Uint8Array(format.write(work, createTranslate(locale), locale)) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
