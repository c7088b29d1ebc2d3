import type { Database } from "../plumbing/database/database.ts";
import { checkWorks } from "./text/check-works.ts";
import { forgetDeletedWords } from "./text/forget-deleted-words.ts";
import { indexMissing } from "./text/index-missing.ts";
import { indexWork } from "./text/index-work.ts";

/** Works read between two words about it in the owner's log. */
const toldEvery = 500;

/** Keeps the text index as the stories are. Everything may be repeated, and may be stopped anywhere. */
export type TextIndex = {
  /** Makes what readers can read of a work now the text it is found by. */
  learn(workId: string): Promise<void>;
  /** Reads works that were never read, slowly, while everything else goes on. @returns how many */
  learnMissing(): Promise<number>;
  /** Leaves no word of what was forgotten in the files of the index. */
  forgetDeleted(): Promise<void>;
  /** Compares the whole index with the stories, and mends it. @returns the works that differed */
  check(): Promise<string[]>;
  /** The same for somebody who does not wait: the owner's log tells how it went. */
  beginCheck(): void;
  /** Stops what is going on; resolves when the database is no longer used. */
  close(): Promise<void>;
};

/** @param log where the owner reads how far a long reading is, and what was mended */
export function openTextIndex(
  database: Database,
  log: (sentence: string, cause: unknown) => void,
): TextIndex {
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  const noted = async <Result>(work: Promise<Result>): Promise<Result> => {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };
  let learning: Promise<number> | null = null;
  let isChecking = false;
  const learnMissing = async () => {
    const done = await indexMissing(database, closing.signal, (count) => {
      if (count % toldEvery === 0)
        log("Stories are being read, so that their text is found.", `${count} so far`);
    });
    if (done >= toldEvery) log("Stories were read, so that their text is found.", `${done} in all`);
    return done;
  };
  const check = async () => {
    const differed = await checkWorks(database, closing.signal);
    log(
      `The text index was compared with the stories. Works that differed and were mended: ${differed.length}.`,
      differed.slice(0, 20).join("\n"),
    );
    return differed;
  };
  return {
    learn: async (workId) => {
      await noted(indexWork(database, workId));
    },
    learnMissing: () => {
      learning ??= noted(learnMissing()).finally(() => {
        learning = null;
      });
      return learning;
    },
    forgetDeleted: () => noted(forgetDeletedWords(database, closing.signal)),
    check: () => noted(check()),
    beginCheck() {
      if (isChecking) return;
      isChecking = true;
      noted(check())
        .catch((cause: unknown) => {
          if (!closing.signal.aborted) log("The text index could not be compared with the stories.", cause);
        })
        .finally(() => {
          isChecking = false;
        });
    },
    async close() {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}
