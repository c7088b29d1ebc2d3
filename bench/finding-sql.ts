import { sql } from "kysely";
import { visitor } from "../src/people/person.ts";
import type { Database } from "../src/plumbing/database/database.ts";
import type { Finder } from "../src/search/open-finder.ts";
import { everyWork, type WorkFilter } from "../src/search/work-filter.ts";
import { benchId } from "./finding-archive.ts";

/** Filters of which SQL has an easy form: everything, a rating, and a fandom; no synonyms to follow. */
const compared: [name: string, filter: WorkFilter, where: string][] = [
  ["everything", everyWork, "1 = 1"],
  ["general or teen", { ...everyWork, ratings: ["general", "teen"] }, "w.rating_id in ('general', 'teen')"],
  [
    "the fourth fandom",
    { ...everyWork, all: [benchId("fandom", 3)] },
    `exists (select 1 from work_tags f where f.work_id = w.id and f.tag_id = '${benchId("fandom", 3)}')`,
  ],
];

/** The same count, page and tag facets as SQL, once warmed: the ten most frequent tags of each of four kinds. */
export async function measureSql({ reading, engine }: Database, finder: Finder): Promise<string> {
  const rows: string[] = [];
  for (const [name, filter, where] of compared) {
    const listed = `w.status = 'published' and w.removed_at is null and w.visibility = 'everyone' and ${where}`;
    const statements = [
      `select count(*) from works w where ${listed}`,
      `select w.id from works w where ${listed} order by w.revised_at desc, w.id desc limit 20`,
      ...["rating_id", "language"].map(
        (column) =>
          `select w.${column}, count(*) as found from works w where ${listed} group by 1 order by 2 desc limit 10`,
      ),
      ...["fandom", "character", "relationship", "additional"].map(
        (kind) => `select t.tag_id, count(*) as found from works w join work_tags t on t.work_id = w.id
          where ${listed} and t.kind_id = '${kind}' group by 1 order by 2 desc limit 10`,
      ),
    ];
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const began = performance.now();
      for (const statement of statements) await sql.raw(statement).execute(reading);
      times.push(performance.now() - began);
    }
    const ours: number[] = [];
    for (let round = 0; round < 15; round++) {
      const began = performance.now();
      await finder.find(filter, visitor, { cursor: null, count: 20 });
      ours.push(performance.now() - began);
    }
    const [theirs, mine] = [Math.min(...times), ours.sort((one, other) => one - other)[7] ?? Number.NaN];
    rows.push(
      `| ${name} | ${engine} | ${Math.round(theirs)} | ${mine.toFixed(2)} | ${Math.round(theirs / mine)} × |`,
    );
  }
  return `| filter | engine | SQL ms | index ms | ratio |\n|---|---|--:|--:|--:|\n${rows.join("\n")}`;
}
