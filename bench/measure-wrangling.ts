import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { steps } from "../migrations/steps.ts";
import type { Member } from "../src/people/person.ts";
import { openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { listEveryTagKind } from "../src/tags/change-tag-kinds.ts";
import { readWholeTagBook } from "../src/tags/read-tag-book.ts";
import { bringInSheet, markOfPlan } from "../src/wrangling/bring-in-sheet.ts";
import { planSheet } from "../src/wrangling/plan-sheet.ts";
import { listWaiting, type QueuePage } from "../src/wrangling/queue.ts";
import { keepCatalogue } from "../src/wrangling/tag-catalogue.ts";
import { readTagSheet } from "../src/wrangling/tag-sheet.ts";
import { fillForFinding } from "./finding-archive.ts";

/**
 * Measures the wranglers' desk: `node dist/bench/measure-wrangling.js [WORKS]`. Prints the lines of bench/RESULTS.md.
 */
const works = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "pressie-wrangling-"));
const database = openDatabase({ engine: "sqlite", file: join(folder, "archive.db") });
await migrate(database, steps);
fillForFinding(join(folder, "archive.db"), works);
const wrangler: Member = { kind: "member", accountId: "0000000000", name: "", role: "wrangler" };

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  console.log(`| ${what} | ${(performance.now() - began).toFixed(1)} ms |`);
  return result;
}

const { count } = await database.reading
  .selectFrom("tags")
  .select((tag) => tag.fn.countAll<number>().as("count"))
  .executeTakeFirstOrThrow();
console.log(`| ${works} works, ${count} tags, SQLite | |\n|---|--:|`);
const keeper = keepCatalogue(database);
const catalogue = await timed("the catalogue read, once", () => keeper.current());
const wish = { kindId: null, fandomId: null, order: "oldest", typed: "", after: null } as const;
let after: string | null = null;
for (let page = 1; page <= 4; page++) {
  const at: string | null = after;
  const queue: QueuePage = await timed(`page ${page} of the queue, suggestions and all`, () =>
    listWaiting(database.reading, catalogue, wrangler, { ...wish, after: at }, new Map()),
  );
  after = queue.next;
}
await timed("part of a name, searched", () =>
  listWaiting(database.reading, catalogue, wrangler, { ...wish, typed: "an" }, new Map()),
);
const lines = ["kind,name,synonym of,parents"];
for (let number = 0; number < 25_000; number++)
  lines.push(`additional,Word ${number},,Word ${number - (number % 100)} wide`);
for (let number = 0; number < 24_999; number++) lines.push(`additional,Wird ${number},Word ${number},`);
const kinds = await listEveryTagKind(database.reading);
const sheet = readTagSheet(lines.join("\n"), kinds, []);
const plan = await timed("a sheet of 50,000 lines looked at", async () =>
  planSheet(await readWholeTagBook(database.reading), sheet.lines, 0),
);
await timed("and brought in", () =>
  database.write((writer) => bringInSheet(writer, wrangler, sheet.lines, markOfPlan(plan), 0)),
);
await database.close();
rmSync(folder, { recursive: true, force: true });
