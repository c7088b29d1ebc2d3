import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { steps } from "../migrations/steps.ts";
import type { Member } from "../src/people/person.ts";
import { openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { listEveryTagKind } from "../src/tags/change-tag-kinds.ts";
import { readWholeTagBook } from "../src/tags/read-tag-book.ts";
import { undoWrangling } from "../src/tags/undo-wrangling.ts";
import { bringInSheet, markOfPlan } from "../src/wrangling/bring-in-sheet.ts";
import { planSheet } from "../src/wrangling/plan-sheet.ts";
import { listWaiting, type QueuePage } from "../src/wrangling/queue.ts";
import { keepCatalogue } from "../src/wrangling/tag-catalogue.ts";
import { readTagSheet, writeTagSheet } from "../src/wrangling/tag-sheet.ts";
import { listWranglings } from "../src/wrangling/wrangling-log.ts";
import { fillForFinding } from "./finding-archive.ts";

/**
 * Measures the wranglers' desk. Run by bench/wrangling; prints the lines of bench/RESULTS.md.
 */
const tags = Number(process.argv[2] ?? 50_000);
const works = Number(process.argv[3] ?? 20_000);
const folder = mkdtempSync(join(tmpdir(), "pressie-wrangling-"));
const database = openDatabase({ engine: "sqlite", file: join(folder, "archive.db") });
await migrate(database, steps);
fillForFinding(join(folder, "archive.db"), works);
keepTags(join(folder, "archive.db"), tags);
const wrangler: Member = { kind: "member", accountId: "0000000000", name: "", role: "wrangler" };

/**
 * Leaves so many tags, the works' own first, and takes the numbers off their names where they are told apart without:
 * names that differ in a number are never taken for one another, and nothing would be suggested.
 */
function keepTags(file: string, most: number): void {
  const archive = new DatabaseSync(file);
  archive.exec(`
    create temp table kept as select id from tags
      order by id in (select tag_id from work_tags) desc, id limit ${most};
    create unique index temp.kept_ids on kept (id);
    pragma foreign_keys = off;
    delete from work_tags where tag_id not in (select id from kept);
    delete from tag_parents where tag_id not in (select id from kept) or parent_id not in (select id from kept);
    update tags set synonym_of = null where synonym_of not in (select id from kept);
    delete from tags where id not in (select id from kept);
    create temp table plain as select min(id) as id, min(rtrim(name, ' 0123456789')) as name,
      rtrim(name_key, ' 0123456789') as name_key from tags group by kind_id, 3 having count(*) = 1;
    update tags set name = plain.name, name_key = plain.name_key from plain where plain.id = tags.id;
  `);
  archive.close();
}

/** Prints how long something took, and how long a page asked for meanwhile waited at worst. */
async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  let longest = 0;
  let last = performance.now();
  const watch = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(watch, 1);
  const began = performance.now();
  const result = await work();
  const took = performance.now() - began;
  await new Promise((resolve) => setTimeout(resolve, 5));
  clearInterval(timer);
  console.log(`| ${what} | ${took.toFixed(0)} | ${longest.toFixed(0)} |`);
  return result;
}

const { count } = await database.reading
  .selectFrom("tags")
  .select((tag) => tag.fn.countAll<number>().as("count"))
  .executeTakeFirstOrThrow();
console.log(`| ${works} works, ${count} tags, SQLite | ms | thread held at most, ms |\n|---|--:|--:|`);
const keeper = keepCatalogue(database);
const catalogue = await timed("the catalogue of names read, once", () => keeper.current());
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
for (let number = 0; number < 25_000; number++) lines.push(`additional,Wird ${number},Word ${number},`);
const kinds = await listEveryTagKind(database.reading);
const sheet = await timed("a sheet of 50,000 lines read", () => readTagSheet(lines.join("\n"), kinds, []));
const plan = await timed("what it would do, worked out", async () =>
  planSheet(await readWholeTagBook(database.reading), sheet.lines, 0),
);
await timed("the sheet brought in, in one transaction", () =>
  database.write((writer) => bringInSheet(writer, wrangler, sheet.lines, markOfPlan(plan), 0)),
);
const [brought] = await listWranglings(database.reading, {}, { from: 0, most: 1 });
if (!brought) throw new Error("the log holds what was done");
await timed("and taken back, in one transaction", () =>
  database.write((writer) => undoWrangling(writer, wrangler, brought.first.id, 1)),
);
await timed("all tags that wranglers decided about, as a sheet", async () =>
  writeTagSheet(await readWholeTagBook(database.reading), kinds, [], () => 0),
);
await database.close();
rmSync(folder, { recursive: true, force: true });
