import { type ImportProgress, newProgress, readProgress, type SharedProgress } from "./import-progress.ts";

/** The readings under way in this process. What is lost with it is begun anew from the originals. */
export type ReadingJobs = {
  /**
   * Begins to read an import, unless that is under way: then the reading under way is given. Nobody need wait for
   * it; what it raises is raised to whoever does.
   */
  begin(
    importId: string,
    accountId: string,
    read: (progress: SharedProgress) => Promise<void>,
  ): Promise<void>;
  /** How far the reading of an import is; null when none is under way. */
  progressOf(importId: string): ImportProgress | null;
  /**
   * Somebody's files are about to be kept, so that their reading can begin: they count as being read from now on.
   *
   * @returns to be called when the reading has begun, or will not
   */
  expect(accountId: string): () => void;
  /** How many imports of an account are being read, or wait for it. */
  countOf(accountId: string): number;
  /** Resolves when no reading is under way. */
  settled(): Promise<void>;
};

type Job = { accountId: string; progress: SharedProgress; done: Promise<void> };

export function keepReadingJobs(): ReadingJobs {
  const jobs = new Map<string, Job>();
  const expected = new Set<{ accountId: string }>();
  return {
    begin(importId, accountId, read) {
      const running = jobs.get(importId);
      if (running) return running.done;
      const progress = newProgress();
      const done = read(progress).finally(() => jobs.delete(importId));
      jobs.set(importId, { accountId, progress, done });
      done.catch(() => {});
      return done;
    },
    progressOf(importId) {
      const job = jobs.get(importId);
      return job ? readProgress(job.progress) : null;
    },
    expect(accountId) {
      const one = { accountId };
      expected.add(one);
      return () => expected.delete(one);
    },
    countOf: (accountId) =>
      [...jobs.values(), ...expected].filter((one) => one.accountId === accountId).length,
    async settled() {
      await Promise.allSettled([...jobs.values()].map(({ done }) => done));
    },
  };
}
