import { openWorkerPool } from "../plumbing/jobs/worker-pool.ts";
import type { KeptPicture } from "../plumbing/pictures/kept-picture.ts";
import type { PastedStory, TidierTask, TidierTaskResult } from "./tidying/tidier-tasks.ts";

/**
 * What the writing desk asks of the importer while somebody waits: in threads of its own, so that nobody who writes
 * waits for a novel that is being brought in. Everything raises TooBusy and WorkFailed (see worker-pool.ts); a text
 * that is too long, or whose tags lie too deep in one another, is null.
 */
export type Tidier = {
  /** A story in stored form from its Markdown. */
  readMarkdown(markdown: string): Promise<string | null>;
  /** What a writer finds in the text field, from Markdown. */
  typeMarkdown(markdown: string): Promise<string | null>;
  /** The Markdown of a story, from what stands in the text field. */
  writeMarkdown(typed: string): Promise<string | null>;
  tidyPasted(html: string): Promise<PastedStory | null>;
  /** A picture as the archive keeps it (see keep-picture.ts); null for what it does not. */
  stripPicture(bytes: Uint8Array): Promise<KeptPicture | null>;
  close(): Promise<void>;
};

const entry = new URL(
  `./tidying/tidier-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/** Opens the tidier; its thread starts with the first question. */
export function openTidier(): Tidier {
  const pool = openWorkerPool<TidierTask, TidierTaskResult>(entry);
  const ask = async <Name extends TidierTask["task"]>(task: Extract<TidierTask, { task: Name }>) => {
    const result = await pool.run(task);
    if (result.task === "refused") return null;
    const isAnswer = (one: TidierTaskResult): one is Extract<TidierTaskResult, { task: Name }> =>
      one.task === task.task;
    if (!isAnswer(result)) throw new Error("a thread answered another question");
    return result;
  };
  return {
    readMarkdown: async (markdown) => (await ask({ task: "read-markdown", markdown }))?.story ?? null,
    typeMarkdown: async (markdown) => (await ask({ task: "type-markdown", markdown }))?.typed ?? null,
    writeMarkdown: async (typed) => (await ask({ task: "write-markdown", typed }))?.markdown ?? null,
    tidyPasted: async (html) => (await ask({ task: "tidy-pasted", html }))?.pasted ?? null,
    stripPicture: async (bytes) => (await ask({ task: "strip-picture", bytes }))?.picture ?? null,
    close: () => pool.close(),
  };
}
