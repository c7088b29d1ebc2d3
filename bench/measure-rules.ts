import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { steps } from "../migrations/steps.ts";
import type { Member } from "../src/people/person.ts";
import { type Database, openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { type Finder, openFinder } from "../src/search/open-finder.ts";
import { openTextSearch } from "../src/search/open-text-search.ts";
import { stillListed } from "../src/search/still-listed.ts";
import { everyWork, type WorkFilter } from "../src/search/work-filter.ts";
import { addRules, type RuleFields } from "../src/works/change-rules.ts";
import { noParts, type RuleParts } from "../src/works/reader-rules.ts";
import { fillCards } from "../src/works/work-cards.ts";
import { benchId, fillForFinding } from "./finding-archive.ts";
import { benchFilters } from "./finding-filters.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * Measures what rules cost, and prints the tables of bench/RESULTS.md.
 *
 *   node --expose-gc dist/bench/measure-rules.js [--keep=FOLDER] [WORKS …]
 *
 * Readers with and without rules ask the same in turns, so that what else the machine does meets both alike.
 */
const rounds = 15;
const perPage = 20;

type Reader = { name: string; member: Member };

const ms = (value: number) => (Math.abs(value) < 10 ? value.toFixed(2) : String(Math.round(value)));

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What is said once: of lengths, languages, fandoms, warnings and long unfinished works. */
const broad: readonly Partial<RuleParts>[] = [
  { languages: ["zh"] },
  { moreFandoms: 2 },
  { fewerWords: 110 },
  { staleYears: 9 },
];

/**
 * Rules as a particular reader has them: most on tags, which most works do not have, some on writers; a third with
 * exceptions, half of them folding. Together they leave most of the archive: a list that is empty costs nothing.
 */
function makeRules(count: number): RuleFields[] {
  const random = seededRandom(27);
  const tag = () => benchId("additional", 400 + random.below(60_000));
  const writer = () => benchId("pseud", 100 + random.below(40_000));
  const some = (make: () => string, most: number) => Array.from({ length: 1 + random.below(most) }, make);
  return Array.from({ length: count }, (_, place): RuleFields => {
    const parts: Partial<RuleParts> =
      broad[place] ??
      (place % 5 === 0
        ? { writers: some(writer, 3) }
        : { tags: some(tag, 3), bearing: place % 7 === 0 ? "mentions" : "has" });
    const unless = place % 3 === 0 ? { unlessTags: some(tag, 2) } : {};
    return {
      name: "",
      manner: place % 2 === 0 ? "fold" : "hide",
      parts: { ...noParts, ...parts, ...unless },
    };
  });
}

/** A member with so many rules. */
async function readerWith(database: Database, rules: number): Promise<Reader> {
  const accountId = `rules${String(rules).padStart(5, "0")}`;
  const member: Member = { kind: "member", accountId, name: accountId, role: "member" };
  await database.write(async (writer) => {
    await sql`insert into accounts values (${accountId}, 'Bench', ${`${accountId}@example.org`}, 1, null, 'member', '', '')`.execute(
      writer,
    );
    if (rules > 0) await addRules(writer, member, makeRules(rules), 0);
  });
  return { name: `${rules} rules`, member };
}

/** Everything a page of a list asks for. */
async function page(database: Database, finder: Finder, member: Member, filter: WorkFilter) {
  const found = await finder.find(filter, member, { cursor: null, count: perPage });
  const ids = await stillListed(database.reading, member, found.ids);
  await fillCards(database.reading, member, ids);
  return found;
}

async function measure(works: number, keep: string | null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pressie-rules-"));
  const file = join(folder, "pressie.sqlite");
  try {
    const kept = keep === null ? file : join(keep, `${works}-works.sqlite`);
    if (!existsSync(kept)) {
      const empty = openDatabase({ engine: "sqlite", file: kept });
      await migrate(empty, steps);
      await empty.close();
      fillForFinding(kept, works);
    }
    if (kept !== file) copyFileSync(kept, file);
    const database = openDatabase({ engine: "sqlite", file });
    // An archive that was kept while steps were being written may have them in another order than their names.
    await database.write((writer) =>
      sql`update kysely_migration set timestamp = '2026-01-01T00:00:00.' || substr(name, 2, 3) || 'Z'`.execute(
        writer,
      ),
    );
    await migrate(database, steps);
    console.error("migrated");
    const finder = openFinder(database, openTextSearch(database), (sentence, cause) =>
      console.error(sentence, cause),
    );
    const readers = [
      await readerWith(database, 0),
      await readerWith(database, 50),
      await readerWith(database, 500),
    ];
    const [none] = readers;
    if (!none) throw new Error("no readers");
    await finder.find(everyWork, none.member, { cursor: null, count: 1 });
    const first: number[] = [];
    for (const { member } of readers)
      first.push(
        await timed(() => finder.find(everyWork, member, { cursor: null, count: 1, facets: false })),
      );
    const rows: string[] = [];
    const finds: number[][] = readers.map(() => []);
    const pages: number[][] = readers.map(() => []);
    for (const { name, filter } of benchFilters) {
      const own: number[][] = readers.map(() => []);
      const totals: string[] = [];
      for (let round = -2; round < rounds; round++)
        for (const [at, { member }] of readers.entries()) {
          const took = await timed(async () => {
            const { total, folded, hidden } = await finder.find(filter, member, {
              cursor: null,
              count: perPage,
            });
            totals[at] = `${total.toLocaleString("en")} (${(folded + hidden).toLocaleString("en")})`;
          });
          const whole = await timed(() => page(database, finder, member, filter));
          if (round < 0) continue;
          own[at]?.push(whole);
          finds[at]?.push(took);
          pages[at]?.push(whole);
        }
      const medians = own.map((times) => quantile(times, 0.5));
      rows.push(
        `| ${name} | ${totals.at(-1)} | ${medians.map(ms).join(" | ")} | ${ms((medians.at(-1) ?? 0) - (medians[0] ?? 0))} |`,
      );
    }
    console.error(
      `\n| filter | left for 500 rules (kept quiet) | 0 rules | 50 | 500 | more |\n|---|--:|--:|--:|--:|--:|\n${rows.join("\n")}\n`,
    );
    await finder.close();
    await database.close();
    return readers
      .map(({ name }, at) => {
        const spread = (times: number[][]) =>
          [0.5, 0.95].map((part) => ms(quantile(times[at] ?? [], part))).join(" / ");
        const more = quantile(pages[at] ?? [], 0.5) - quantile(pages[0] ?? [], 0.5);
        return `| ${works.toLocaleString("en")} | ${name} | ${ms(first[at] ?? Number.NaN)} | ${spread(finds)} | ${spread(pages)} | ${ms(more)} |`;
      })
      .join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const keep = process.argv.find((word) => word.startsWith("--keep="))?.slice("--keep=".length) ?? null;
const sizes = process.argv.slice(2).flatMap((word) => (word.startsWith("--") ? [] : [Number(word)]));
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? "?"}), load ${loadavg()[0]?.toFixed(0)}, Node ${process.version}, ${benchFilters.length} filters × ${rounds}\n`,
);
console.log(
  "| works | reader | the first time, ms | filter, facets, ids: p50 / p95 ms | the whole page | more |",
);
console.log("|--:|--|--:|--:|--:|--:|");
for (const works of sizes.length > 0 ? sizes : [1_000_000]) console.log(await measure(works, keep));
