import type { ResourceLimits } from "node:worker_threads";
import { Piscina } from "piscina";

/** Too much is being worked on already; asking again in a while will do. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

/** The work could not be done: the cause says why, for whoever keeps the archive. */
export class WorkFailed extends Error {
  override name = "WorkFailed";
}

export type WorkerPoolOptions = {
  /** Threads at most; they start when they are needed and end when they are not. */
  threads?: number;
  /** Tasks that may wait for a free thread; one more is refused. */
  mostWaiting?: number;
  /** Milliseconds after which a task counts as stuck and its thread is ended. */
  timeLimit?: number;
  /** Milliseconds a thread waits for another task before it ends. */
  idle?: number;
  /** What one thread may use, so that one monstrous story cannot take the archive down. */
  resourceLimits?: ResourceLimits;
};

/** Threads for heavy work: parsing what is brought in, making what is carried away. No page waits for them. */
export type WorkerPool<Task, Made> = {
  /**
   * @param noLonger tells when nobody waits for it any more: its thread is ended at once
   * @throws TooBusy when the queue is full or the pool is closed, WorkFailed when the thread throws, dies, takes too
   *   long or is ended
   */
  run(task: Task, noLonger?: AbortSignal): Promise<Made>;
  /** Takes no more tasks, finishes those it has, and ends its threads. */
  close(): Promise<void>;
};

/**
 * Opens a pool of threads.
 *
 * @param entry a module whose default export takes a task and returns what is made of it; both are
 *   copied between threads, so neither may hold a function
 */
export function openWorkerPool<Task, Made>(
  entry: URL,
  {
    threads = 1,
    mostWaiting = 64,
    timeLimit = 60_000,
    idle = 30_000,
    resourceLimits = { maxOldGenerationSizeMb: 512 },
  }: WorkerPoolOptions = {},
): WorkerPool<Task, Made> {
  const pool = new Piscina<Task, Made>({
    filename: entry.href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: mostWaiting,
    idleTimeout: idle,
    resourceLimits,
  });
  // A thread that dies rejects its own task; the pool tells of it a second time here.
  pool.on("error", () => {});
  const unfinished = new Set<Promise<Made>>();
  let closed = false;
  return {
    async run(task, noLonger) {
      if (closed) throw new TooBusy("nothing more is taken on here");
      if (pool.queueSize >= mostWaiting) throw new TooBusy("the queue is full");
      const tooLong = AbortSignal.timeout(timeLimit);
      const made = pool.run(task, { signal: noLonger ? AbortSignal.any([tooLong, noLonger]) : tooLong });
      unfinished.add(made);
      try {
        return await made;
      } catch (cause) {
        throw new WorkFailed("a thread could not do its task", { cause });
      } finally {
        unfinished.delete(made);
      }
    },
    async close() {
      closed = true;
      // The pool's own close ends threads at their tasks.
      await Promise.allSettled(unfinished);
      await pool.destroy();
    },
  };
}
