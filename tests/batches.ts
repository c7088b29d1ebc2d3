import { readFileSync } from "node:fs";
import { sep } from "node:path";

/** How many files share a process: loading the archive takes longer than most files' tests. */
const filesInBatch = 8;

/** What a file may do to its process that the next file would meet: hooks of everything, the environment, the clock, its memory. */
const touchesProcess = /^(?:before|after)\(|process\.env\.\w+ =|mock\.timers|process\.memoryUsage/m;

/**
 * Built test files by the process they are to run in, the longest first, so that none is left running alone at the end:
 * those of the whole archive have a process each, and so have those that change what a process has only one of.
 */
export function batchesOf(files: readonly string[]): string[][] {
  const whole: string[][] = [];
  const alone: string[][] = [];
  const batches: string[][] = [];
  for (const file of files) {
    const batch = batches.at(-1);
    if (file.includes(`dist${sep}tests${sep}`)) whole.push([file]);
    else if (touchesProcess.test(readFileSync(file, "utf8"))) alone.push([file]);
    else if (batch && batch.length < filesInBatch) batch.push(file);
    else batches.push([file]);
  }
  return [...whole, ...alone, ...batches];
}
