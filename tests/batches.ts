import { readFileSync } from "node:fs";
import { sep } from "node:path";

/** How many files share a process: loading the archive takes longer than most files' tests. */
const filesInBatch = 8;
/** Those of the whole archive are longer. */
const wholeInBatch = 3;

/** What a file may do to its process that the next file would meet: hooks of everything, the environment, the clock, its memory. */
const touchesProcess = /^(?:before|after)\(|process\.env\.\w+ =|mock\.timers|process\.memoryUsage/m;

/** @property rank the lower, the longer it is likely to take: those begin first, so that none is left running alone at the end */
type Ranked = { rank: number; files: string[] };

/** Built test files by the process they are to run in; those that change what a process has only one of have theirs alone. */
export function batchesOf(files: readonly string[]): Ranked[] {
  const isAlone = (file: string) => touchesProcess.test(readFileSync(file, "utf8"));
  const isWhole = (file: string) => file.includes(`dist${sep}tests${sep}`);
  const alone = files.filter(isAlone);
  const shared = files.filter((file) => !isAlone(file));
  return [
    ...inBatches(shared.filter(isWhole), wholeInBatch).map((batch) => ({ rank: 0, files: batch })),
    ...alone.map((file) => ({ rank: isWhole(file) ? 0 : 1, files: [file] })),
    ...inBatches(
      shared.filter((file) => !isWhole(file)),
      filesInBatch,
    ).map((batch) => ({ rank: 2, files: batch })),
  ];
}

function inBatches(files: readonly string[], size: number): string[][] {
  const count = Math.ceil(files.length / size);
  return Array.from({ length: count }, (_, batch) => files.slice(batch * size, (batch + 1) * size));
}
