import { openWorkerPool, type WorkerPoolOptions } from "../plumbing/jobs/worker-pool.ts";
import type { Decisions } from "./finding.ts";
import type { FinishedStories } from "./finish-stories.ts";
import type { SharedProgress } from "./import-progress.ts";
import type { ImportLexicon, ImportProblem, ImportSource } from "./import-reading.ts";
import type {
  FileRead,
  ImportTask,
  ImportTaskResult,
  QuestionAboutReading,
  ReviewAnswer,
} from "./import-worker.ts";
import type { Habits } from "./kept-decisions.ts";
import { keepReadingJobs, type ReadingJobs } from "./reading-jobs.ts";
import type { ReviewOutcome, ReviewPlace } from "./review-outcome.ts";
import type { PictureAnswer } from "./story-pictures.ts";

/** A reading that is stored: it is fetched, packed, only when the thread does not remember it. */
export type StoredReading = { importId: string; load(): Promise<string> };

/**
 * Reads what is brought in, and works out reviews, in a thread, so that no page waits for a long story. Everything
 * it is asked raises TooBusy and WorkFailed (see worker-pool.ts).
 */
export type Importer = {
  /** The readings under way. */
  jobs: ReadingJobs;
  /** @param progress the thread writes into it how far it is */
  read(
    sources: [ImportSource, ...ImportSource[]],
    lexicon: ImportLexicon,
    habits: Habits,
    progress: SharedProgress,
  ): Promise<FileRead>;
  /** The files in a ZIP. */
  unpack(bytes: Uint8Array): Promise<ImportSource[] | ImportProblem>;
  /** @param at which stretch of the story to show */
  review(reading: StoredReading, decisions: Decisions, at: ReviewPlace): Promise<ReviewOutcome>;
  /** @param entries what a review form brought, by which findings are decided */
  answer(
    reading: StoredReading,
    entries: [string, string][],
    before: Decisions,
    at: ReviewPlace,
  ): Promise<ReviewAnswer>;
  /** Every chapter's story, as it would be saved. */
  finish(
    reading: StoredReading,
    decisions: Decisions,
    pictures: Record<string, PictureAnswer>,
  ): Promise<FinishedStories>;
  close(): Promise<void>;
};

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const entry = new URL(`./import-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Opens the importer; its threads start with the first file. */
export function openImporter(options?: WorkerPoolOptions): Importer {
  const pool = openWorkerPool<ImportTask, ImportTaskResult>(entry, options);
  const jobs = keepReadingJobs();
  const ask = async <Name extends ImportTaskResult["task"]>(
    question: QuestionAboutReading & { task: Name },
    { importId, load }: StoredReading,
  ) => {
    const remembered = await pool.run({ ...question, importId, reading: null });
    const result =
      remembered.task === "not-remembered"
        ? await pool.run({ ...question, importId, reading: await load() })
        : remembered;
    return answerTo(question.task, result);
  };
  return {
    jobs,
    async read(sources, lexicon, habits, progress) {
      return answerTo("read", await pool.run({ task: "read", sources, lexicon, habits, progress }));
    },
    async unpack(bytes) {
      return answerTo("unpack", await pool.run({ task: "unpack", bytes })).files;
    },
    async review(reading, decisions, at) {
      return (await ask({ task: "review", decisions, at }, reading)).outcome;
    },
    answer: (reading, entries, before, at) => ask({ task: "answer", entries, before, at }, reading),
    async finish(reading, decisions, pictures) {
      return (await ask({ task: "finish", decisions, pictures }, reading)).stories;
    },
    async close() {
      await pool.close();
      await jobs.settled();
    },
  };
}

function answerTo<Name extends ImportTaskResult["task"]>(
  task: Name,
  result: ImportTaskResult,
): Extract<ImportTaskResult, { task: Name }> {
  const isAnswer = (one: ImportTaskResult): one is Extract<ImportTaskResult, { task: Name }> =>
    one.task === task;
  if (!isAnswer(result)) throw new Error("a thread answered another question");
  return result;
}
