import type { Decisions } from "./finding.ts";
import type { ImportLexicon, ImportReading, ImportSource } from "./import-reading.ts";
import type { KeptPicture } from "./kept-picture.ts";
import { readImportedFile } from "./read-import.ts";
import { type ReviewOutcome, reviewOutcome } from "./review-outcome.ts";

/** What a thread of the importer is asked to do. A reading travels as the JSON it is stored as. */
export type ImportTask =
  | { task: "read"; source: ImportSource; lexicon: ImportLexicon }
  | { task: "review"; reading: string; decisions: Decisions };

/** What comes of it. */
export type ImportTaskResult = FileRead | { task: "review"; outcome: ReviewOutcome };

/** A file that was read: why it cannot be brought in, or null, and its reading as JSON. */
export type FileRead = {
  task: "read";
  problem: ImportReading["problem"];
  kind: ImportReading["source"]["kind"];
  reading: string;
  pictures: KeptPicture[];
};

/** Runs in a thread of the pool (see open-importer.ts). */
export default function workInThread(task: ImportTask): ImportTaskResult {
  if (task.task === "review")
    return { task: "review", outcome: reviewOutcome(JSON.parse(task.reading), task.decisions) };
  const { reading, pictures } = readImportedFile(task.source, task.lexicon);
  return {
    task: "read",
    problem: reading.problem,
    kind: reading.source.kind,
    reading: JSON.stringify(reading),
    pictures,
  };
}
