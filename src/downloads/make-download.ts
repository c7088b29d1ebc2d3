import { type ResourceLimits, Worker } from "node:worker_threads";
import type { DownloadAnswer, DownloadRequest } from "./download-worker.ts";
import type { DownloadableWork } from "./downloadable-work.ts";

/** Too many files are being made already; asking again in a while will do. */
export class TooManyDownloads extends Error {
  override name = "TooManyDownloads";
}

/** The file could not be made: the message says why, for whoever keeps the archive. */
export class DownloadFailed extends Error {
  override name = "DownloadFailed";
}

export type DownloadMakerOptions = {
  /** Threads at most; they start when they are needed. */
  workers?: number;
  /** Requests that may wait for a free thread; one more is refused. */
  mostWaiting?: number;
  /** Milliseconds after which a file counts as stuck and its thread is ended. */
  timeLimit?: number;
  /** What one thread may use, so that one monstrous work cannot take the archive down. */
  resourceLimits?: ResourceLimits;
};

export type DownloadMaker = {
  /**
   * Makes the file of a work in a thread of its own.
   *
   * @param locale BCP 47, the language of the labels
   * @throws TooManyDownloads when the queue is full or the maker is closed, DownloadFailed when the format is
   *   unknown, or the thread fails, crashes or takes too long
   */
  makeDownload: (work: DownloadableWork, formatId: string, locale: string) => Promise<Uint8Array>;
  /** Takes no more requests, finishes those it has, and ends its threads. */
  close: () => Promise<void>;
};

type Job = {
  request: DownloadRequest;
  settle: (outcome: { bytes: Uint8Array } | { error: Error }) => void;
};

/** A thread and the one job it is at. */
type Seat = { worker: Worker; job: Job | null };

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const entry = new URL(`./download-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Opens a small pool of threads that make files; no page waits for one of them. */
export function openDownloadMaker({
  workers = 1,
  mostWaiting = 64,
  timeLimit = 60_000,
  resourceLimits = { maxOldGenerationSizeMb: 512 },
}: DownloadMakerOptions = {}): DownloadMaker {
  const seats = new Set<Seat>();
  const waiting: Job[] = [];
  const unfinished = new Set<Promise<unknown>>();
  let closed = false;

  function seatNext(): void {
    const free = [...seats].find(({ job }) => job === null);
    if (free === undefined && seats.size >= workers) return;
    const job = waiting.shift();
    if (job !== undefined) start(free ?? takeSeat(), job);
  }

  function takeSeat(): Seat {
    const seat: Seat = { worker: new Worker(entry, { resourceLimits }), job: null };
    seats.add(seat);
    seat.worker.on("message", (answer: DownloadAnswer) =>
      finish(seat, "bytes" in answer ? answer : { error: new DownloadFailed(answer.failure) }),
    );
    // An "error" is always followed by "exit", but only it knows the reason.
    seat.worker.on("error", (cause) => {
      seats.delete(seat);
      finish(seat, { error: new DownloadFailed("the thread crashed", { cause }) });
    });
    seat.worker.on("exit", (code) => {
      seats.delete(seat);
      finish(seat, { error: new DownloadFailed(`the thread ended with code ${code}`) });
    });
    return seat;
  }

  function start(seat: Seat, job: Job): void {
    seat.job = job;
    seat.worker.ref();
    const stuck = setTimeout(() => void seat.worker.terminate(), timeLimit);
    const { settle } = job;
    job.settle = (outcome) => {
      clearTimeout(stuck);
      settle(outcome);
    };
    try {
      seat.worker.postMessage(job.request);
    } catch (cause) {
      finish(seat, { error: new DownloadFailed("the work cannot be handed to a thread", { cause }) });
    }
  }

  function finish(seat: Seat, outcome: { bytes: Uint8Array } | { error: Error }): void {
    seat.job?.settle(outcome);
    seat.job = null;
    // An idle thread must not keep the process alive.
    seat.worker.unref();
    seatNext();
  }

  function makeDownload(work: DownloadableWork, formatId: string, locale: string): Promise<Uint8Array> {
    if (closed) return Promise.reject(new TooManyDownloads("no more files are made here"));
    if (waiting.length >= mostWaiting) return Promise.reject(new TooManyDownloads("the queue is full"));
    const made = new Promise<Uint8Array>((resolve, reject) => {
      const request = { work, formatId, locale };
      waiting.push({
        request,
        settle: (outcome) => ("bytes" in outcome ? resolve(outcome.bytes) : reject(outcome.error)),
      });
    });
    const noted = made.catch(() => {}).finally(() => unfinished.delete(noted));
    unfinished.add(noted);
    seatNext();
    return made;
  }

  async function close(): Promise<void> {
    closed = true;
    await Promise.all(unfinished);
    await Promise.all([...seats].map(({ worker }) => worker.terminate()));
  }

  return { makeDownload, close };
}
