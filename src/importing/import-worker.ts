import { constants, platform, setPriority } from "node:os";
import type { KeptPicture } from "../plumbing/pictures/kept-picture.ts";
import type { Decisions } from "./finding.ts";
import { type FinishedStories, finishStories } from "./finish-stories.ts";
import { type SharedProgress, whileReporting, writeProgress } from "./import-progress.ts";
import type { ImportLexicon, ImportProblem, ImportReading, ImportSource } from "./import-reading.ts";
import { decideByHabit, type Habits } from "./kept-decisions.ts";
import { packReading } from "./pack-reading.ts";
import { readDecisions } from "./read-decisions.ts";
import { readImportedFiles } from "./read-import-files.ts";
import { RememberedReadings } from "./remember-readings.ts";
import { reviewFindings } from "./review-findings.ts";
import {
  type ReviewFacts,
  type ReviewOutcome,
  type ReviewPlace,
  reviewFacts,
  reviewOutcome,
} from "./review-outcome.ts";
import type { PictureAnswer } from "./story-pictures.ts";
import { sourcesInZip } from "./zip/sources-in-zip.ts";

/** What a thread of the importer is asked to do. */
export type ImportTask =
  | {
      task: "read";
      sources: [ImportSource, ...ImportSource[]];
      lexicon: ImportLexicon;
      habits: Habits;
      progress: SharedProgress;
    }
  | { task: "unpack"; bytes: Uint8Array }
  | (QuestionAboutReading & { importId: string; reading: string | null });

/** What may be asked about a reading; it travels packed as it is stored, or not at all when it is remembered. */
export type QuestionAboutReading =
  | { task: "review"; decisions: Decisions; at: ReviewPlace }
  | { task: "answer"; entries: [string, string][]; before: Decisions; at: ReviewPlace }
  | { task: "finish"; decisions: Decisions; pictures: Record<string, PictureAnswer> };

/** What comes of it. */
export type ImportTaskResult =
  | FileRead
  | { task: "unpack"; files: ImportSource[] | ImportProblem }
  | { task: "not-remembered" }
  | { task: "review"; outcome: ReviewOutcome }
  | ({ task: "answer" } & ReviewAnswer)
  | { task: "finish"; stories: FinishedStories };

/** Files that were read: why they cannot be brought in, or null, and their reading, packed. */
export type FileRead = {
  task: "read";
  problem: ImportReading["problem"];
  kind: ImportReading["source"]["kind"];
  reading: string;
  pictures: KeptPicture[];
  /** What the writer's habits decide. */
  decisions: Decisions;
};

/** What came of the answers on a review. */
export type ReviewAnswer = {
  decisions: Decisions;
  /** What the file said under the decisions before. */
  before: ReviewFacts;
  outcome: ReviewOutcome;
};

// Pages come first: where a thread can have a priority of its own, which is on Linux, this one stands back.
if (platform() === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const readings = new RememberedReadings();

/** Runs in a thread of the pool (see open-importer.ts). */
export default function workInThread(task: ImportTask): ImportTaskResult {
  if (task.task === "read") return readFiles(task);
  if (task.task === "unpack") return { task: "unpack", files: sourcesInZip(task.bytes) };
  const remembered = readings.of(task.importId);
  if (remembered === undefined && task.reading === null) return { task: "not-remembered" };
  return answerAbout(remembered ?? readings.remember(task.importId, task.reading ?? ""), task);
}

function readFiles({ sources, lexicon, habits, progress }: Extract<ImportTask, { task: "read" }>): FileRead {
  writeProgress(progress, { part: 0, stage: "reading" });
  // The last part of the way is laying down what was read.
  const report: Parameters<typeof whileReporting>[0] = (part, stage) =>
    writeProgress(progress, { part: part * 0.9, stage });
  const { reading, pictures } = whileReporting(report, () => readImportedFiles(sources, lexicon));
  const decisions = decideByHabit(reading, habits);
  writeProgress(progress, { part: 0.9, stage: "keeping" });
  return {
    task: "read",
    problem: reading.problem,
    kind: reading.source.kind,
    reading: packReading(reading),
    pictures,
    decisions,
  };
}

function answerAbout(reading: ImportReading, question: QuestionAboutReading): ImportTaskResult {
  switch (question.task) {
    case "review":
      return { task: "review", outcome: reviewOutcome(reading, question.decisions, question.at) };
    case "answer": {
      const { entries, before, at } = question;
      const decisions = readDecisions(entries, reviewFindings(reading), before);
      return {
        task: "answer",
        decisions,
        before: reviewFacts(reading, before),
        outcome: reviewOutcome(reading, decisions, at),
      };
    }
    case "finish":
      return {
        task: "finish",
        stories: finishStories(reading, question.decisions, question.pictures),
      };
  }
}
