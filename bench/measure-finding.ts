import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "../migrations/steps.ts";
import { visitor } from "../src/people/person.ts";
import { type Database, openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { recordFact } from "../src/plumbing/events/record-fact.ts";
import { buildIndex } from "../src/search/index/build-index.ts";
import { type Finder, openFinder } from "../src/search/open-finder.ts";
import { openTextSearch } from "../src/search/open-text-search.ts";
import { everyWork } from "../src/search/work-filter.ts";
import { fillCards } from "../src/works/work-cards.ts";
import { fillForFinding } from "./finding-archive.ts";
import { benchFilters } from "./finding-filters.ts";
import { measureMerges } from "./finding-merges.ts";
import { measureSql } from "./finding-sql.ts";
import { measureTyping } from "./finding-typing.ts";

/**
 * Measures finding on archives of several sizes, and prints the tables of bench/RESULTS.md.
 *
 *   node --expose-gc dist/bench/measure-finding.js [--keep=FOLDER] [WORKS …]
 *
 * Making an archive of a million works takes ten minutes: with a folder to keep it in, that is done once.
 */

const rounds = 15;
const perPage = 20;

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const ms = (value: number) => (value < 10 ? value.toFixed(2) : String(Math.round(value)));
const megabytes = (bytes: number) => String(Math.round(bytes / 1e6));
const spread = (times: readonly number[]) =>
  [0.5, 0.95, 0.99].map((part) => ms(quantile(times, part))).join(" / ");

/** Bytes in use, when what is in use no more has gone; shared memory is not counted by Node. */
async function memory(): Promise<number> {
  // What a collection frees outside the heap goes a moment later.
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The longest the process was not free to answer, while something else went on. */
async function longestWait<Made>(
  work: () => Promise<Made>,
): Promise<{ made: Made; took: number; longest: number }> {
  let longest = 0;
  const began = performance.now();
  let last = began;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  const made = await work();
  clearInterval(timer);
  return { made, took: performance.now() - began, longest };
}

/** Builds an index, and lets it go again. */
async function measureBuilding(database: Database) {
  const memoryBefore = await memory();
  const processorBefore = process.cpuUsage();
  const threadBefore = process.threadCpuUsage();
  const { made, took, longest } = await longestWait(() =>
    buildIndex(database, new AbortController().signal, () => {}),
  );
  const seconds = ({ user, system }: { user: number; system: number }) => ((user + system) / 1e6).toFixed(1);
  const processor = seconds(process.cpuUsage(processorBefore));
  const thread = seconds(process.threadCpuUsage(threadBefore));
  const bytes = (await memory()) - memoryBefore + made.arenaBytes;
  console.error(
    `built in ${(took / 1_000).toFixed(1)} s (${processor} s of processor, ${thread} s of it on the thread that answers pages), ${megabytes(bytes)} MB, longest wait ${ms(longest)} ms`,
  );
  return { took, longest, bytes };
}

/** From the moment a work's publication is durable to the first answer it stands in. */
async function publishToFound(database: Database, finder: Finder): Promise<number[]> {
  const works = await database.reading.selectFrom("works").select("id").limit(30).execute();
  const times: number[] = [];
  const filter = { ...everyWork, languages: ["eo"] };
  for (const [before, { id }] of works.entries()) {
    await database.write(async (writer) => {
      await writer
        .updateTable("works")
        .set({ language: "eo", visibility: "everyone" })
        .where("id", "=", id)
        .execute();
      await recordFact(writer, { type: "work-changed", workId: id }, 0);
    });
    times.push(
      await timed(async () => {
        for (;;) {
          const { total } = await finder.find(filter, visitor, { cursor: null, count: perPage });
          if (total > before) return;
        }
      }),
    );
  }
  return times;
}

/** Makes an archive of so many works. */
async function make(file: string, works: number): Promise<void> {
  const empty = openDatabase({ engine: "sqlite", file });
  await migrate(empty, steps);
  await empty.close();
  const filling = await timed(async () => fillForFinding(file, works));
  console.error(`${works} works made in ${Math.round(filling / 1_000)} s`);
}

/** @param keep where archives are kept that were made; what is measured changes a copy */
async function measure(works: number, keep: string | null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pressie-finding-"));
  const file = join(folder, "pressie.sqlite");
  try {
    const kept = keep === null ? file : join(keep, `${works}-works.sqlite`);
    if (!existsSync(kept)) await make(kept, works);
    if (kept !== file) copyFileSync(kept, file);
    const database = openDatabase({ engine: "sqlite", file });
    const { took, longest, bytes } = await measureBuilding(database);
    const finder = openFinder(database, openTextSearch(database), (sentence, cause) =>
      console.error(sentence, cause),
    );
    const wish = { cursor: null, count: perPage };
    const times: number[] = [];
    const withCards: number[] = [];
    const rows: string[] = [];
    for (const { name, filter } of benchFilters) {
      const own: number[] = [];
      let total = 0;
      for (let round = -2; round < rounds; round++) {
        const once = await timed(async () => {
          total = (await finder.find(filter, visitor, wish)).total;
        });
        if (round >= 0) own.push(once);
      }
      for (let round = 0; round < 3; round++)
        withCards.push(
          await timed(async () => {
            const { ids } = await finder.find(filter, visitor, wish);
            await fillCards(database.reading, visitor, ids);
          }),
        );
      times.push(...own);
      rows.push(
        `| ${name} | ${total.toLocaleString("en")} | ${ms(quantile(own, 0.5))} | ${ms(quantile(own, 0.95))} |`,
      );
    }
    console.error(
      `\n${works} works\n\n| filter | found | p50 ms | p95 ms |\n|---|--:|--:|--:|\n${rows.join("\n")}\n`,
    );
    const [typing, typingAgain] = [await measureTyping(finder), await measureTyping(finder)];
    console.error(`${await measureSql(works, finder)}\n`);
    const merges = await measureMerges(database, finder);
    const delays = await publishToFound(database, finder);
    await finder.close();
    await database.close();
    return `| ${works.toLocaleString("en")} | ${(took / 1_000).toFixed(1)} s | ${ms(longest)} ms | ${megabytes(bytes)} MB | ${spread(times)} | ${spread(withCards)} | ${spread(typing)} | ${spread(typingAgain)} | ${spread(merges)} | ${spread(delays)} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const keep = process.argv.find((word) => word.startsWith("--keep="))?.slice("--keep=".length) ?? null;
const sizes = process.argv.slice(2).flatMap((word) => (word.startsWith("--") ? [] : [Number(word)]));
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? "?"}), Node ${process.version}, ${benchFilters.length} filters × ${rounds}\n`,
);
console.log(
  "| works | build | longest wait of a page meanwhile | memory | filter, facets, page of ids: p50 / p95 / p99 ms | with cards | suggestions | the same again | merge to found | publish to found |",
);
console.log("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const works of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000])
  console.log(await measure(works, keep));
