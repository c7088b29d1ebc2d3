import { Worker } from "node:worker_threads";
import type { Database, DatabaseConfig } from "../plumbing/database/database.ts";
import type { FromThread, IndexTask, ToThread } from "./text/index-messages.ts";

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const entry = new URL(
  `./text/index-thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/** Milliseconds the thread waits for something to do before it ends. */
const idle = 60_000;

/** Keeps the text index as the stories are, in a thread of its own. Everything may be repeated, and may be stopped anywhere. */
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

type Log = (sentence: string, cause: unknown) => void;

/**
 * @param config where the thread finds the same database
 * @param log where the owner reads how far a long reading is, and what was mended
 */
export function openTextIndex(database: Database, config: DatabaseConfig, log: Log): TextIndex {
  const ending = new Set<Promise<void>>();
  let thread: IndexThread | null = null;
  let closed = false;
  let checking = false;
  let learning: Promise<number> | null = null;
  let tasks = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    const ended = thread?.close();
    thread = null;
    if (ended) {
      ending.add(ended);
      void ended.finally(() => ending.delete(ended));
    }
  };
  const run = async (task: IndexTask) => {
    if (closed) throw new Error("the archive is closing");
    clearTimeout(timer);
    tasks += 1;
    if (!thread?.isAlive()) thread = startThread(database, config, log);
    try {
      return await thread.run(task);
    } finally {
      tasks -= 1;
      if (tasks === 0 && !closed) timer = setTimeout(end, idle).unref();
    }
  };
  const check = async () => {
    const differed = await run({ name: "check" });
    return Array.isArray(differed) ? differed : [];
  };
  return {
    async learn(workId) {
      await run({ name: "learn", workId });
    },
    learnMissing() {
      learning ??= run({ name: "learnMissing" })
        .then(Number)
        .finally(() => {
          learning = null;
        });
      return learning;
    },
    async forgetDeleted() {
      await run({ name: "forgetDeleted" });
    },
    check,
    beginCheck() {
      if (checking) return;
      checking = true;
      check()
        .catch((cause: unknown) => {
          if (!closed) log("The text index could not be compared with the stories.", cause);
        })
        .finally(() => {
          checking = false;
        });
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      end();
      await Promise.all(ending);
    },
  };
}

type IndexThread = ReturnType<typeof startThread>;

function startThread(database: Database, config: DatabaseConfig, log: Log) {
  const worker = new Worker(entry, { workerData: config });
  const say = (message: ToThread) => worker.postMessage(message);
  const waiting = new Map<number, PromiseWithResolvers<number | string[] | undefined>>();
  const turns = new Map<number, () => void>();
  let last = 0;
  let alive = true;
  let ended: unknown = new Error("the thread of the text index ended");
  const giveTurn = (number: number) =>
    // Holds the one connection that writes, so that the archive's own writers wait without blocking anything.
    database.forLibraries.connection().execute(
      () =>
        new Promise<void>((resolve) => {
          if (!alive) return resolve();
          turns.set(number, resolve);
          say({ kind: "turn", number });
        }),
    );
  worker.on("message", (message: FromThread) => {
    switch (message.kind) {
      case "turn-wanted":
        giveTurn(message.number).catch((cause: unknown) =>
          log("The text index could not be written.", cause),
        );
        return;
      case "turn-over":
        turns.get(message.number)?.();
        turns.delete(message.number);
        return;
      case "log":
        log(message.sentence, message.cause);
        return;
      case "answer":
        waiting.get(message.number)?.resolve(message.answer);
        waiting.delete(message.number);
        return;
      case "failure":
        waiting.get(message.number)?.reject(message.cause);
        waiting.delete(message.number);
        return;
    }
  });
  worker.on("error", (cause) => {
    ended = cause;
  });
  const exit = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      alive = false;
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
      for (const over of turns.values()) over();
      turns.clear();
      resolve();
    });
  });
  return {
    isAlive: () => alive,
    run(task: IndexTask) {
      last += 1;
      const answer = Promise.withResolvers<number | string[] | undefined>();
      waiting.set(last, answer);
      say({ kind: "task", number: last, task });
      return answer.promise;
    },
    close() {
      say({ kind: "close" });
      return exit;
    },
  };
}
