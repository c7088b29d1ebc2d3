import { openWorkerPool, type WorkerPoolOptions, WorkFailed } from "../../plumbing/jobs/worker-pool.ts";
import { CopyRefused } from "./copy-refused.ts";
import type { CopiedAccount, CopiedList, CopiedOriginal, CopiedRows, CopiedWork } from "./copy-shape.ts";
import type { CopyAnswer, CopyQuestion, CopyTask } from "./copy-worker.ts";
import type { PathOfBytes } from "./unpack-copy.ts";

/**
 * A copy that lies on disk, opened in a thread: what it says of itself may be long, and no page waits for it. What is asked
 * for raises CopyRefused where it cannot be read, or where the thread that reads it comes to an end over it.
 */
export type OpenCopy = {
  account: CopiedAccount;
  /** The ids its works had, in the order of the copy. */
  workIds: readonly string[];
  /** How long its lists are. */
  counts: Record<CopiedList, number>;
  /** A list, piece by piece. */
  rows<List extends CopiedList>(list: List): AsyncIterable<CopiedRows[List][]>;
  /** What is said about a work. */
  work(id: string): Promise<CopiedWork>;
  /** A chapter's story, or null: it has none. */
  story(workId: string, chapterId: string): Promise<string | null>;
  /** A story that an earlier state of a chapter had. */
  earlierStory(workId: string, chapterId: string, digest: string): Promise<string | null>;
  originals(): Promise<CopiedOriginal[]>;
  /** What was counted about a work, by its id there; read by the room that counts. */
  statistics(workId: string): Promise<unknown>;
  /** Bytes of a picture, an icon or an original; null when there are none, or more than `most`. */
  bytes(path: PathOfBytes, most: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
};

/** Opens copies. */
export type CopyReader = {
  /** @throws CopyRefused; an error of the file system where there is no such file */
  open(path: string): Promise<OpenCopy>;
  close(): Promise<void>;
};

const entry = new URL(`./copy-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Rows that cross from the thread together. */
const together = 500;

/** Room for what the largest file of a copy unpacks to, and what is made of it. */
const ample: WorkerPoolOptions = {
  mostWaiting: 1_000,
  timeLimit: 300_000,
  resourceLimits: { maxOldGenerationSizeMb: 1_536 },
};

/** Rows of a list are of its kind. */
function isOf<List extends CopiedList>(
  answer: { list: CopiedList; rows: CopiedRows[CopiedList][] },
  list: List,
): answer is { list: List; rows: CopiedRows[List][] } {
  return answer.list === list;
}

/** The thread starts with the first copy. */
export function openCopyReader(options: WorkerPoolOptions = ample): CopyReader {
  const pool = openWorkerPool<CopyTask, CopyAnswer>(entry, options);
  const ask = async <Name extends CopyAnswer["answers"]>(
    path: string,
    question: CopyQuestion,
    name: Name,
  ): Promise<Extract<CopyAnswer, { answers: Name }>> => {
    const answer = await pool.run({ ...question, path }).catch((cause: unknown) => {
      // What it holds is more than a thread bears; the archive goes on, and the next question starts another.
      if (cause instanceof WorkFailed) throw new CopyRefused("too-heavy", cause);
      throw cause;
    });
    if (answer.answers === "refused") throw new CopyRefused(answer.trouble);
    if (answer.answers === "missing") throw Object.assign(new Error("no such file"), { code: "ENOENT" });
    const isAsked = (one: CopyAnswer): one is Extract<CopyAnswer, { answers: Name }> => one.answers === name;
    if (!isAsked(answer)) throw new Error("a thread answered another question");
    return answer;
  };
  const open = async (path: string): Promise<OpenCopy> => {
    const { account, workIds, counts } = await ask(path, { asks: "account" }, "account");
    return {
      account,
      workIds,
      counts,
      async *rows<List extends CopiedList>(list: List) {
        for (let from = 0; from < counts[list]; from += together) {
          const asked = { asks: "rows", list, from, most: together } as const;
          const answer = await ask(path, asked, "rows");
          if (!isOf(answer, list)) throw new Error("a thread answered with another list");
          yield answer.rows;
        }
      },
      work: async (id) => (await ask(path, { asks: "work", id }, "work")).work,
      story: async (workId, chapterId) =>
        (await ask(path, { asks: "story", workId, chapterId }, "story")).story,
      earlierStory: async (workId, chapterId, digest) =>
        (await ask(path, { asks: "earlier-story", workId, chapterId, digest }, "story")).story,
      originals: async () => (await ask(path, { asks: "originals" }, "originals")).originals,
      statistics: async (workId) => (await ask(path, { asks: "statistics", workId }, "statistics")).counted,
      bytes: async (file, most) => (await ask(path, { asks: "bytes", file, most }, "bytes")).bytes,
      async close() {
        // A thread that is gone has let go of it.
        await ask(path, { asks: "close" }, "closed").catch(() => {});
      },
    };
  };
  return {
    async open(path) {
      try {
        return await open(path);
      } catch (cause) {
        await ask(path, { asks: "close" }, "closed").catch(() => {});
        throw cause;
      }
    },
    close: () => pool.close(),
  };
}
