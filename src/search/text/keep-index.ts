import type { Database } from "../../plumbing/database/database.ts";
import { checkWorks } from "./check-works.ts";
import { forgetDeletedWords } from "./forget-deleted-words.ts";
import { indexMissing } from "./index-missing.ts";
import { indexWork } from "./index-work.ts";

/** Works read between two words about it in the owner's log. */
const toldEvery = 500;

type Log = (sentence: string, cause: unknown) => void;

/**
 * What keeps the text index, in the thread that does (index-thread.ts).
 *
 * @param log where the owner reads how far a long reading is, and what was mended
 */
export function keepIndex(database: Database, log: Log) {
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
  return {
    /**
     * Of a long work only the first part is waited for: from then on it is marked, `learnMissing` would go on after a
     * crash, and whoever wants to be found no more need not wait for another's novel.
     */
    async learn(workId: string): Promise<void> {
      const begun = Promise.withResolvers<boolean>();
      const whole = noted(
        indexWork(database, workId, () => {
          begun.resolve(true);
          closing.signal.throwIfAborted();
        }),
      );
      await Promise.race([begun.promise, whole]);
      whole.catch((cause: unknown) => {
        if (!closing.signal.aborted)
          log("A story was not read to its end for searching; it will be tried again in an hour.", cause);
      });
    },
    learnMissing: () => noted(learnMissing(database, closing.signal, log)),
    forgetDeleted: () => noted(forgetDeletedWords(database, closing.signal)),
    check: () => noted(check(database, closing.signal, log)),
    /** Stops what is going on; resolves when the database is no longer used. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}

async function learnMissing(database: Database, closing: AbortSignal, log: Log): Promise<number> {
  const done = await indexMissing(database, closing, (count) => {
    if (count % toldEvery === 0)
      log("Stories are being read, so that their text is found.", `${count} so far`);
  });
  if (done >= toldEvery) log("Stories were read, so that their text is found.", `${done} in all`);
  return done;
}

async function check(database: Database, closing: AbortSignal, log: Log): Promise<string[]> {
  const differed = await checkWorks(database, closing);
  log(
    `The text index was compared with the stories. Works that differed and were mended: ${differed.length}.`,
    differed.slice(0, 20).join("\n"),
  );
  return differed;
}
