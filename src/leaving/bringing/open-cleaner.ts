import { openWorkerPool } from "../../plumbing/jobs/worker-pool.ts";
import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import type { CleanResult, CleanStory, CleanTask } from "./clean-tasks.ts";

/** Cleans what a copy holds in a thread of its own: no page waits for it. Raises TooBusy and WorkFailed (worker-pool.ts). */
export type Cleaner = {
  stories(texts: string[]): Promise<CleanStory[]>;
  /** Null for a note that no archive could keep. */
  notes(texts: string[]): Promise<(string | null)[]>;
  picture(bytes: Uint8Array): Promise<KeptPicture | null>;
  close(): Promise<void>;
};

const entry = new URL(`./clean-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** The thread starts with the first question. */
export function openCleaner(): Cleaner {
  const pool = openWorkerPool<CleanTask, CleanResult>(entry);
  const ask = async <Name extends CleanTask["task"]>(task: Extract<CleanTask, { task: Name }>) => {
    const result = await pool.run(task);
    const isAnswer = (one: CleanResult): one is Extract<CleanResult, { task: Name }> =>
      one.task === task.task;
    if (!isAnswer(result)) throw new Error("a thread answered another question");
    return result;
  };
  return {
    stories: async (texts) => (await ask({ task: "stories", texts })).stories,
    notes: async (texts) => (await ask({ task: "notes", texts })).notes,
    picture: async (bytes) => (await ask({ task: "picture", bytes })).picture,
    close: () => pool.close(),
  };
}
