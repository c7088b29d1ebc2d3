import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "../migrations/steps.ts";
import { visitor } from "../src/people/person.ts";
import { type Database, openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { recordFact } from "../src/plumbing/events/record-fact.ts";
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
 *   node --expose-gc dist/bench/measure-finding.js [WORKS …]
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

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The longest the process was not free to answer, while something else went on. */
async function longestWait(work: () => Promise<unknown>): Promise<{ took: number; longest: number }> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  const took = await timed(work);
  clearInterval(timer);
  return { took, longest };
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

async function measure(works: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pressie-finding-"));
  const file = join(folder, "pressie.sqlite");
  try {
    const empty = openDatabase({ engine: "sqlite", file });
    await migrate(empty, steps);
    await empty.close();
    const filling = await timed(async () => fillForFinding(file, works));
    console.error(`${works} works made in ${Math.round(filling / 1_000)} s`);
    const database = openDatabase({ engine: "sqlite", file });
    const memoryBefore = memory();
    const finder = openFinder(database, openTextSearch(database), (sentence, cause) =>
      console.error(sentence, cause),
    );
    const wish = { cursor: null, count: perPage };
    const processorBefore = process.cpuUsage();
    const { took, longest } = await longestWait(() => finder.find(everyWork, visitor, wish));
    const memoryAfter = memory() - memoryBefore;
    const processor = process.cpuUsage(processorBefore);
    console.error(
      `built in ${took} ms (${Math.round((processor.user + processor.system) / 1_000)} ms of processor), ${memoryAfter} bytes, longest wait ${longest} ms`,
    );
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
    const typing = await measureTyping(finder);
    console.error(`${await measureSql(works, finder)}\n`);
    const merges = await measureMerges(database, finder);
    const delays = await publishToFound(database, finder);
    await finder.close();
    await database.close();
    return `| ${works.toLocaleString("en")} | ${(took / 1_000).toFixed(1)} s | ${ms(longest)} ms | ${megabytes(memoryAfter)} MB | ${spread(times)} | ${spread(withCards)} | ${spread(typing)} | ${spread(merges)} | ${spread(delays)} |`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sizes = process.argv.slice(2).map(Number);
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? "?"}), Node ${process.version}, ${benchFilters.length} filters × ${rounds}\n`,
);
console.log(
  "| works | build | longest wait of a page meanwhile | memory | filter, facets, page of ids: p50 / p95 / p99 ms | with cards | suggestions | merge to found | publish to found |",
);
console.log("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
for (const works of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000])
  console.log(await measure(works));
