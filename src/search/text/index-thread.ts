import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type Database, type DatabaseConfig, openDatabase } from "../../plumbing/database/database.ts";
import type { FromThread, IndexTask, ToThread } from "./index-messages.ts";
import { keepIndex } from "./keep-index.ts";

/*
 * The thread that takes stories apart and writes the index: neither the folding of a long chapter nor the engine's
 * merging of its lists may hold up a page. It has a connection of its own.
 */

/** Lets whoever writes here stand in the line of the archive's own writers: SQLite has one at a time. */
function takeTurns(say: (message: FromThread) => void) {
  const waiting = new Map<number, () => void>();
  let last = 0;
  return {
    begin: (number: number) => waiting.get(number)?.(),
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      last += 1;
      const number = last;
      await new Promise<void>((resolve) => {
        waiting.set(number, resolve);
        say({ kind: "turn-wanted", number });
      });
      waiting.delete(number);
      try {
        return await work();
      } finally {
        say({ kind: "turn-over", number });
      }
    },
  };
}

function work(port: MessagePort, config: DatabaseConfig): void {
  const say = (message: FromThread) => port.postMessage(message);
  // A copy for reading may be behind the fact that tells of a change.
  const own = openDatabase(config.engine === "postgres" ? { ...config, replicaAddress: null } : config);
  const turns = takeTurns(say);
  const database: Database =
    own.engine === "postgres" ? own : { ...own, write: (work) => turns.during(() => own.write(work)) };
  const index = keepIndex(database, (sentence, cause) =>
    say({ kind: "log", sentence, cause: String(cause) }),
  );
  const carryOut = async (task: IndexTask) => {
    switch (task.name) {
      case "learn":
        return index.learn(task.workId).then(() => undefined);
      case "learnMissing":
        return index.learnMissing();
      case "forgetDeleted":
        return index.forgetDeleted().then(() => undefined);
      case "check":
        return index.check();
    }
  };
  port.on("message", (message: ToThread) => {
    if (message.kind === "turn") turns.begin(message.number);
    else if (message.kind === "task") {
      const { number, task } = message;
      carryOut(task).then(
        (answer) => say({ kind: "answer", number, answer }),
        (cause: unknown) =>
          say({ kind: "failure", number, cause: cause instanceof Error ? cause : new Error(String(cause)) }),
      );
    } else
      void index
        .close()
        .then(() => own.close())
        .finally(() => port.close());
  });
}

if (parentPort) work(parentPort, workerData);
