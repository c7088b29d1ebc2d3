/** What the reading of an import is about just now. */
export const importStages = ["waiting", "reading", "looking", "keeping"] as const;
export type ImportStage = (typeof importStages)[number];

/** How far the reading of an import is: a part of the whole, from 0 to 1. */
export type ImportProgress = { part: number; stage: ImportStage };

const fine = 10_000;

/** Two numbers that a thread writes and the archive reads whenever somebody asks: no messages, nothing to close. */
export type SharedProgress = SharedArrayBuffer;

export function newProgress(): SharedProgress {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

export function writeProgress(shared: SharedProgress, { part, stage }: ImportProgress): void {
  const numbers = new Int32Array(shared);
  Atomics.store(numbers, 0, Math.round(Math.min(1, Math.max(0, part)) * fine));
  Atomics.store(numbers, 1, importStages.indexOf(stage));
}

export function readProgress(shared: SharedProgress): ImportProgress {
  const numbers = new Int32Array(shared);
  return {
    part: Atomics.load(numbers, 0) / fine,
    stage: importStages[Atomics.load(numbers, 1)] ?? "waiting",
  };
}

type Report = (part: number, stage: ImportStage) => void;
let current: Report | null = null;

/**
 * Runs a reading whose steps call `reportProgress`. Reading never waits for anything, so that there is one at a
 * time in a thread, and readers need not hand a reporter on to one another.
 */
export function whileReporting<Result>(report: Report, read: () => Result): Result {
  const outer = current;
  current = report;
  try {
    return read();
  } finally {
    current = outer;
  }
}

/** Says how far the reading of one file is, from 0 to 1; quiet where nobody wants to know. */
export function reportProgress(part: number, stage: ImportStage): void {
  current?.(part, stage);
}

/** Runs the reading of one of several files: what it reports counts for its share of the whole. */
export function reportingPart<Result>(index: number, count: number, read: () => Result): Result {
  const outer = current;
  const report: Report = (part, stage) => outer?.((index + part) / count, stage);
  return whileReporting(report, read);
}
