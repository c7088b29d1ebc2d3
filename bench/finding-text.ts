import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { steps } from "../migrations/steps.ts";
import { type Database, type DatabaseConfig, openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { openTextIndex } from "../src/search/open-text-index.ts";
import { openTextSearch } from "../src/search/open-text-search.ts";
import { freshPostgres } from "../tests/postgres.ts";
import { startPostgres } from "../tests/start-postgres.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/**
 * Measures finding inside texts: an archive of chapters of made-up words, by Zipf's law, read into the text index as an
 * older archive's are, then asked.
 *
 *   node dist/bench/finding-text.js [CHAPTERS]      on SQLite
 *   node dist/bench/finding-text.js [CHAPTERS] postgres
 */

const wordsOfChapter = 2_000;
const chaptersOfWork = 2;
const vocabulary = 100_000;
/** Questions of each sort, each another one. */
const questions = 15;
const worksOnPage = 20;

const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const syllables = [
  "ba",
  "ri",
  "no",
  "te",
  "lu",
  "sha",
  "mi",
  "ko",
  "ra",
  "del",
  "vin",
  "or",
  "pe",
  "sta",
  "qui",
  "en",
];

/** The word of a rank; common ones are short, as they are. */
export function benchWord(rank: number): string {
  let word = "";
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length] ?? "";
  return word;
}

function makeStory(random: SeededRandom): string {
  const paragraphs: string[] = [];
  for (let made = 0; made < wordsOfChapter; made += 100)
    paragraphs.push(
      `<p>${Array.from({ length: 100 }, () => benchWord(random.zipf(vocabulary))).join(" ")}.</p>`,
    );
  return paragraphs.join("\n");
}

async function fill(database: Database, chapters: number): Promise<void> {
  const random = seededRandom(11);
  const newId = () => Array.from({ length: 10 }, () => letters[random.below(32)]).join("");
  await database.write((writer) =>
    sql`insert into accounts values ('0000000000', 'Bench', 'bench@example.org', ${database.engine === "sqlite" ? sql`1` : sql`true`},
      null, 'member', ${"2026-01-01"}, ${"2026-01-01"})`.execute(writer),
  );
  const notes = { summary: "", notes: "", end_notes: "" };
  for (let made = 0; made < chapters; )
    await database.write(async (writer) => {
      for (const until = Math.min(chapters, made + 400); made < until; ) {
        const id = newId();
        const times = { created_at: 0, updated_at: 0, published_at: 0, removed_at: null, version: 1 };
        await writer
          .insertInto("works")
          .values({
            ...{ id, account_id: "0000000000", status: "published", visibility: "everyone", title: "Bench" },
            ...{
              ...notes,
              disclaimer: "",
              dedication: "",
              conventions: "",
              rating_id: "general",
              language: "en",
            },
            ...{
              expected_chapters: null,
              chapter_count: chaptersOfWork,
              word_count: 4_000,
              revised_at: 0,
              ...times,
            },
          })
          .execute();
        for (let position = 1; position <= chaptersOfWork && made < until; position++, made++)
          await writer
            .insertInto("chapters")
            .values({
              ...{ id: newId(), work_id: id, position, status: "published", title: "", ...notes },
              ...{ story: makeStory(random), word_count: wordsOfChapter, ...times },
            })
            .execute();
      }
    });
}

/** What is typed, by sort; no two the same, so that none is answered from memory. */
function makeQuestions(stories: readonly string[]): Map<string, string[]> {
  const many = (make: (index: number) => string) =>
    Array.from({ length: questions }, (_, index) => make(index));
  const word = (rank: number) => benchWord(rank);
  const quoted = (index: number, count: number) => {
    const words = (stories[index % stories.length] ?? "").replace(/<[^>]*>/g, " ").match(/\w+/g) ?? [];
    const from = 110 + 7 * index;
    // Within one paragraph of a hundred words.
    return `"${words.slice(from, from + count).join(" ")}"`;
  };
  return new Map([
    ["a rare word", many((index) => word(60_000 + 811 * index))],
    ["a word one in a hundred works has", many((index) => word(20_000 + 97 * index))],
    ["a common word (among the first 15)", many((index) => word(index))],
    [
      "three middling words",
      many((index) => `${word(300 + index)} ${word(500 + index)} ${word(700 + index)}`),
    ],
    ["a common and a rare word", many((index) => `${word(index)} ${word(50_000 + 613 * index)}`)],
    ["a phrase of six words", many((index) => quoted(index, 6))],
    ["a phrase of two common words", many((index) => `"${word(index)} ${word(index + 1)}"`)],
    ["the beginning of a rare word", many((index) => `${word(60_000 + 701 * index).slice(0, -2)}*`)],
    [
      "a beginning of two letters",
      many((index) => `${["ba", "ri", "no", "te", "lu"][index % 5]}${"aeiourstlnmkvpd"[index]}*`),
    ],
  ]);
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  return [0.5, 0.95, 0.99]
    .map((part) => ms(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN))
    .join(" / ");
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ took: number; result: Result }> {
  const began = performance.now();
  const result = await work();
  return { took: performance.now() - began, result };
}

/** The longest this process was not free to answer a page, while something else went on. */
function watchWaits(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/**
 * Fills an archive with chapters, reads them into the text index, and asks.
 *
 * @param config an empty database; on SQLite its file
 * @returns a heading and the tables of bench/RESULTS.md
 */
export async function measureText(config: DatabaseConfig, chapters: number): Promise<string> {
  const database = openDatabase(config);
  const size = async () => {
    if (config.engine === "sqlite") return statSync(config.file).size;
    const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
      database.reading,
    );
    return rows[0]?.size ?? 0;
  };
  try {
    await migrate(database, steps);
    await fill(database, chapters);
    if (config.engine === "sqlite") await sql`pragma wal_checkpoint(truncate)`.execute(database.forLibraries);
    const before = await size();
    const index = openTextIndex(database, config, (sentence, cause) => console.error(sentence, cause));
    const reading = watchWaits();
    const { took } = await timed(() => index.learnMissing());
    const longestWhileReading = reading();
    await index.close();
    if (config.engine === "postgres") await sql`vacuum analyze passages`.execute(database.forLibraries);
    else await sql`pragma wal_checkpoint(truncate)`.execute(database.forLibraries);
    const after = await size();
    const lines = [
      `${chapters.toLocaleString("en")} chapters of ${wordsOfChapter.toLocaleString("en")} words, ${config.engine}: read in ${Math.round(took / 1_000)} s`,
      `(${Math.round(chapters / (took / 1_000))} chapters a second, a third of the time left to others; longest wait of a page meanwhile ${ms(longestWhileReading)} ms),`,
      `${Math.round((after - before) / 1e6)} MB beside ${Math.round(before / 1e6)} MB of stories.`,
      "",
      "| question | works found | p50 / p95 / p99 ms | with 20 works' snippets | longest wait of a page meanwhile |",
      "|---|--:|--:|--:|--:|",
    ];
    const search = openTextSearch(database);
    const rows = await database.reading.selectFrom("chapters").select("story").limit(questions).execute();
    // The thread starts, and the engine reads its first pages.
    const { workIds } = await search.find(benchWord(9_999));
    await search.snippets(benchWord(9_999), workIds.slice(0, 1));
    let all: number[] = [];
    for (const [sort, typed] of makeQuestions(rows.map(({ story }) => story))) {
      const alone: number[] = [];
      const withSnippets: number[] = [];
      const counts: number[] = [];
      const waits = watchWaits();
      for (const text of typed) {
        const { took: finding, result } = await timed(() => search.find(text));
        const page = result.workIds.slice(0, worksOnPage);
        const { took: showing } = await timed(() => search.snippets(text, page));
        alone.push(finding);
        withSnippets.push(finding + showing);
        counts.push(result.workIds.length);
      }
      all = [...all, ...withSnippets];
      counts.sort((one, other) => one - other);
      lines.push(
        `| ${sort} | ${(counts[Math.floor(counts.length / 2)] ?? 0).toLocaleString("en")} | ${quantiles(alone)} | ${quantiles(withSnippets)} | ${ms(waits())} |`,
      );
    }
    lines.push(`| all of them | | | ${quantiles(all)} | |`);
    const rare = benchWord(60_000);
    const again = await timed(() => search.find(benchWord(0)));
    const scan = await timed(() =>
      sql`select count(distinct work_id) from chapters where story like ${`%${rare}%`}`.execute(
        database.reading,
      ),
    );
    const own = await timed(() => search.find(benchWord(60_001)));
    lines.push(
      "",
      `The same question again: ${ms(again.took)} ms. A rare word by \`like\` over the stories: ${ms(scan.took)} ms, ${Math.round(scan.took / own.took)} times as long.`,
    );
    await search.close();
    return lines.join("\n");
  } finally {
    await database.close();
  }
}

/** Measures in a folder, or a server, of its own. */
async function measureAlone(chapters: number, engine: string | undefined): Promise<string> {
  if (engine === "postgres") {
    const postgres = await startPostgres();
    if (!postgres) return "PostgreSQL was not found.";
    try {
      const { address } = await freshPostgres(postgres.server);
      return await measureText({ engine: "postgres", address, replicaAddress: null }, chapters);
    } finally {
      await postgres.stop();
    }
  }
  const folder = mkdtempSync(join(tmpdir(), "pressie-text-"));
  try {
    return await measureText({ engine: "sqlite", file: join(folder, "pressie.sqlite") }, chapters);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("finding-text.js")) {
  const [chapters = "20000", engine] = process.argv.slice(2);
  console.log(`${cpus().length} cores (${cpus()[0]?.model ?? "?"}), Node ${process.version}\n`);
  console.log(await measureAlone(Number(chapters), engine));
}
